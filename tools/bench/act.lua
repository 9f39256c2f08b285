-- Does one act on each file of a list once. Arguments: token, post, path of the act, its body, list ("id version" in each
-- line), threads.
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
  act = arguments[3]
  wrk.body = arguments[4]
  local share = tonumber(arguments[6])
  files, position = {}, 0
  local line_number = 0
  for line in io.lines(arguments[5]) do
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
  return wrk.format(nil, "/api/v1/files/" .. file.id .. "/" .. act)
end

function done(summary, latency)
  io.write(string.format("@@ %d %d %d %.0f %.0f\n",
    summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
