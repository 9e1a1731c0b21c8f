-- wrk -s bench/serve.lua -t2 -c20 URL -- FILE: asks for the addresses of FILE (one a line) at random, about 200 a second over all connections.
-- The first requests of each thread differ, so that most replies are not in the cache.
local addresses, thread_count = {}, 0
function setup(thread) thread:set("number", thread_count); thread_count = thread_count + 1 end
function init(args)
  math.randomseed(20260101 + number)
  for line in io.lines(args[1]) do addresses[#addresses + 1] = line end
end
function delay() return math.random(50, 150) end
function request() return wrk.format("GET", addresses[math.random(#addresses)], {["Accept"] = "text/html"}) end
function done(summary, latency)
  io.write(string.format("requests %d in %.1f s, errors %d; ms: p50 %.2f p90 %.2f p99 %.2f max %.2f\n", summary.requests, summary.duration / 1e6,
    summary.errors.status + summary.errors.timeout + summary.errors.connect, latency:percentile(50) / 1000, latency:percentile(90) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000))
end
