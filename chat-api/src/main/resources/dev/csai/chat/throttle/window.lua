-- Takes one unit of each of some sliding windows, if every one has one left; else of none.
-- KEYS: a hash for each window of seconds and how many units each saw. ARGV: now in seconds, then for each window the
-- units it holds and its seconds.
-- Returns "taken which remaining reset" of the first window that has none left, else of the first: 1 or 0, its number,
-- units left, seconds until the oldest units come back.
local now, remaining, resets = tonumber(ARGV[1]), {}, {}
for k = 1, #KEYS do
  local limit, window = tonumber(ARGV[2 * k]), tonumber(ARGV[2 * k + 1])
  local used, oldest, past = 0, now, {}
  local seconds = redis.call('HGETALL', KEYS[k])
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
    redis.call('HDEL', KEYS[k], unpack(past))
  end
  remaining[k], resets[k] = limit - used - 1, oldest + window - now
  if used >= limit then
    return '0 ' .. k .. ' 0 ' .. resets[k]
  end
end
for k = 1, #KEYS do
  redis.call('HINCRBY', KEYS[k], ARGV[1], 1)
  redis.call('EXPIRE', KEYS[k], ARGV[2 * k + 1])
end
return '1 1 ' .. remaining[1] .. ' ' .. resets[1]
