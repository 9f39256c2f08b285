-- GET of one path by one officer. Arguments: token, post.
function init(arguments)
  wrk.headers["Authorization"] = "Bearer " .. arguments[1]
  wrk.headers["Acting-Post"] = arguments[2]
end

function done(summary, latency)
  io.write(string.format("@@ %d %d %d %.0f %.0f\n",
    summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
