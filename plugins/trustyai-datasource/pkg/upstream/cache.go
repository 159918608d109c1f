package upstream

import (
	"fmt"
	"time"
)

const (
	// An expensive call is repeated only after the larger of these two, whatever the traffic.
	expensiveRest       = 60 * time.Second
	expensiveRestFactor = 10

	maxCachedBytes = 64 << 20
)

type entry struct {
	reply Reply
	took  time.Duration
	at    time.Time
	until time.Time
}

// cache holds replies by key. Its owner locks.
type cache struct {
	entries map[string]entry
	bytes   int
	now     func() time.Time
}

func newCache() cache {
	return cache{entries: map[string]entry{}, now: time.Now}
}

func (c *cache) get(key string, request Request) (Reply, bool) {
	found, ok := c.entries[key]
	now := c.now()
	if !ok || !now.Before(found.until) {
		return Reply{}, false
	}
	if request.Expensive {
		reply := found.reply
		if reply.Error != "" {
			reply.ErrorMessage = fmt.Sprintf("%s (asked at %s; to spare the service it is not asked again before %s)",
				reply.ErrorMessage, found.at.Format(time.TimeOnly), found.until.Format(time.TimeOnly))
		}
		return reply, true
	}
	return found.reply, now.Sub(found.at) < seconds(request.MinAgeSeconds)
}

func (c *cache) put(key string, request Request, made entry) {
	keep := keepFor(request, made)
	if keep <= 0 {
		return
	}
	c.drop(key)
	made.at = c.now()
	made.until = made.at.Add(keep)
	for other, held := range c.entries {
		if !made.at.Before(held.until) || c.bytes+len(made.reply.Body) > maxCachedBytes {
			c.drop(other)
		}
	}
	c.entries[key] = made
	c.bytes += len(made.reply.Body)
}

func (c *cache) drop(key string) {
	if held, ok := c.entries[key]; ok {
		c.bytes -= len(held.reply.Body)
		delete(c.entries, key)
	}
}

// keepFor: good replies as long as the request allows. After an expensive call also a time-out is kept, because the
// service computes on; other failures cost it nothing and may be asked again.
func keepFor(request Request, made entry) time.Duration {
	good := made.reply.Status >= 200 && made.reply.Status < 300
	if request.Expensive && (good || made.reply.Error == Timeout && made.took > 0) {
		return max(seconds(request.MinAgeSeconds), expensiveRest, expensiveRestFactor*made.took)
	}
	if good {
		return seconds(request.MinAgeSeconds)
	}
	return 0
}

func seconds(value float64) time.Duration {
	return time.Duration(value * float64(time.Second))
}
