-- Forwards each file of a list once. Arguments: token, post, receiving post, list ("id version" in each line), threads.
local threads = 0

function setup(thread)
  thread:set("turn", threads)
  threads = threads + 1
end

function init(arguments)
  wrk.method = "POST"
  wrk.headers["Authorization"] = "Bearer " .. arguments[1]
  wrk.headers["Acting-Post"] = arguments[2]
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = string.format('{"to_post_id":"%s","action":"for_orders"}', arguments[3])
  local share = tonumber(arguments[5])
  files, position = {}, 0
  local line_number = 0
  for line in io.lines(arguments[4]) do
    if line_number % share == turn then
      local id, version = line:match("(%S+) (%S+)")
      table.insert(files, { id = id, version = version })
    end
    line_number = line_number + 1
  end
end

-- A list that runs out begins again, and is answered by 412, which fails the bench: it was too short to measure.
function request()
  position = position % #files + 1
  local file = files[position]
  wrk.headers["If-Match"] = '"' .. file.version .. '"'
  return wrk.format(nil, "/api/v1/files/" .. file.id .. "/movements")
end

function done(summary, latency)
  io.write(string.format("@@ %d %d %d %.0f %.0f\n",
    summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
