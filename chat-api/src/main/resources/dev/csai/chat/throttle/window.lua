-- Takes one unit of a sliding window, if one is left.
-- KEYS[1]: a hash of seconds and how many units each saw. ARGV: units a window holds, its seconds, now in seconds.
-- Returns "taken remaining reset": 1 or 0, units left, seconds until the oldest units come back.
local limit, window, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local used, oldest, past = 0, now, {}
local seconds = redis.call('HGETALL', KEYS[1])
for i = 1, #seconds, 2 do
  local second = tonumber(seconds[i])
  if second <= now - window then
    past[#past + 1] = seconds[i]
  else
    used = used + tonumber(seconds[i + 1])
    oldest = math.min(oldest, second)
  end
end
if #past > 0 then
  redis.call('HDEL', KEYS[1], unpack(past))
end
local reset = oldest + window - now
if used >= limit then
  return '0 0 ' .. reset
end
redis.call('HINCRBY', KEYS[1], ARGV[3], 1)
redis.call('EXPIRE', KEYS[1], window)
return '1 ' .. (limit - used - 1) .. ' ' .. reset
