package upstream

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

const (
	// Deadline of a call and of an operation: Grafana gives up after 30 s.
	Deadline = 28 * time.Second
	// An expensive call is repeated only after the larger of these two, whatever the traffic and whatever came of it.
	expensiveRest       = time.Minute
	expensiveRestFactor = 10
	// After a failure an identical call is made only after the first, then twice as long each time up to the second.
	minBackOff = time.Second
	maxBackOff = time.Minute
	// Replies are forgotten after this, however old a one the script would take, and where all hold more than this.
	maxAge       = 10 * time.Minute
	maxHeldBytes = 64 << 20
	callOverhead = 1 << 10
)

// Grafana serves these at /metrics/plugins/<plugin>.
var (
	callsTotal = promauto.NewCounterVec(prometheus.CounterOpts{
		Name: "soundcheck_calls_total", Help: "Calls by status class or transport error; joined and remembered ones were not sent.",
	}, []string{"outcome"})
	expensiveWait = promauto.NewHistogram(prometheus.HistogramOpts{
		Name: "soundcheck_expensive_wait_seconds", Help: "Waits of expensive calls for their place.", Buckets: []float64{.1, 1, 5, 10, 30},
	})
)

// Shared is what all data sources of this process know of their services: identical calls are made once.
type Shared struct {
	now      func() time.Time
	deadline time.Duration
	mu       sync.Mutex
	calls    map[[sha256.Size]byte]*call
	services map[string]*service // by URL; they are small, and stay
}

// service is one service as all data sources with its URL see it.
type service struct {
	place chan struct{} // for one expensive call: it occupies the service's event loop
	down  call          // stands for every call while the service cannot be reached
}

// call is under way, or over and remembered.
type call struct {
	client  *Client
	request Request
	waiters int
	// begun: it was sent, and the service computes on, whether or not somebody waits.
	begun  bool
	cancel context.CancelFunc
	done   chan struct{}

	over  bool
	reply Reply
	at    time.Time // of its begin, then of its reply
	// rest: so long the reply stands in for identical calls, however young a one they want.
	rest time.Duration
}

// NewShared with a clock.
func NewShared(now func() time.Time) *Shared {
	return &Shared{now: now, deadline: Deadline, calls: map[[sha256.Size]byte]*call{}, services: map[string]*service{}}
}

// Do answers a request from memory, joins an identical call under way, or makes one. User is the headers of the user
// where they are forwarded: then only calls with equal ones are identical.
func (c *Client) Do(ctx context.Context, request Request, user http.Header) Reply {
	if ctx.Err() != nil {
		return failed(ctx, errors.New("no time was left for this call"))
	}
	what := cmp.Or(request.CacheKey, fmt.Sprintf("%q %q %q", request.Method, request.Path, request.Body))
	key, s := sha256.Sum256(fmt.Appendf(nil, "%q %q %q", c.credentials, user, what)), c.shared
	s.mu.Lock()
	current := cmp.Or(s.calls[key], &call{over: true})
	switch down := c.service.down; {
	case request.Writes():
		current = s.launch(ctx, &call{client: c, request: request, begun: true})
	case !current.over:
		callsTotal.WithLabelValues("joined").Inc()
	case current.serves(request, s.now()):
		callsTotal.WithLabelValues("remembered").Inc()
	case down.rests(s.now()):
		callsTotal.WithLabelValues("remembered").Inc()
		current = &down
	default:
		current = s.launch(ctx, &call{client: c, request: request, rest: current.rest})
		s.calls[key] = current
	}
	current.waiters++
	s.mu.Unlock()

	select {
	case <-current.done:
		return current.reply
	case <-ctx.Done():
		s.leave(key, current)
		return failed(ctx, fmt.Errorf("no reply within %v", s.deadline))
	}
}

// launch begins a call with its caller's values but not its end: others may wait for it. It needs the lock.
func (s *Shared) launch(ctx context.Context, started *call) *call {
	ctx, started.cancel = context.WithTimeout(context.WithoutCancel(ctx), s.deadline)
	started.done, started.at = make(chan struct{}), s.now()
	go func() {
		defer started.cancel()
		s.finish(started, s.make(ctx, started))
	}()
	return started
}

// make waits for the place where the call is expensive, and calls.
func (s *Shared) make(ctx context.Context, started *call) Reply {
	if place := started.client.service.place; started.request.Expensive {
		select {
		case place <- struct{}{}:
			defer func() { <-place }()
		case <-ctx.Done():
			return failed(ctx, errors.New("the service was busy with another computation"))
		}
		s.mu.Lock()
		expensiveWait.Observe(s.now().Sub(started.at).Seconds())
		started.begun, started.at = true, s.now()
		s.mu.Unlock()
	}
	return started.client.Call(ctx, started.request)
}

// finish gives a call its reply and forgets what is old.
func (s *Shared) finish(made *call, reply Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	callsTotal.WithLabelValues(cmp.Or(reply.Error, fmt.Sprintf("%dxx", reply.Status/100))).Inc()
	now, held, service := s.now(), 0, made.client.service
	made.settle(reply, now)
	close(made.done)
	if reply.Status != 0 {
		service.down = call{}
	} else if reply.Error == Unreachable && !service.down.rests(now) {
		service.down.done = made.done
		service.down.settle(reply, now)
	}
	for key, known := range s.calls {
		size := callOverhead + len(known.reply.Body)
		held += size
		// Read before the service was changed, or meanwhile.
		outdated := made.request.Writes() && known.client.service == service && !known.request.Expensive
		old := now.Sub(known.at) > maxAge || held > maxHeldBytes
		if outdated || old && known.over && !known.rests(now) {
			delete(s.calls, key)
			held -= size
		}
	}
}

// leave cancels the call when its last waiter goes, but for one that was begun.
func (s *Shared) leave(key [sha256.Size]byte, left *call) {
	s.mu.Lock()
	defer s.mu.Unlock()
	left.waiters--
	if left.waiters > 0 || left.begun || left.over {
		return
	}
	left.cancel()
	if s.calls[key] == left {
		delete(s.calls, key)
	}
}

// settle notes the reply that came now, and how long the call must rest; with words for who wonders why nothing changes.
func (c *call) settle(reply Reply, now time.Time) {
	failed := reply.Error != "" || reply.Status >= 500
	switch {
	case c.begun && c.request.Expensive:
		c.rest = max(expensiveRest, expensiveRestFactor*now.Sub(c.at))
	case failed && !c.begun && !c.request.Expensive:
		c.rest = min(max(minBackOff, 2*c.rest), maxBackOff)
	default: // good, a write, or a computation that found no place and cost the service nothing
		c.rest = 0
	}
	if reply.Error != "" && c.rest > 0 {
		reply.ErrorMessage += fmt.Sprintf(" (asked at %s; to spare the service it is not asked again before %s)",
			now.Format(time.TimeOnly), now.Add(c.rest).Format(time.TimeOnly))
	}
	c.over, c.reply, c.at = true, reply, now
}

func (c *call) rests(now time.Time) bool { return now.Sub(c.at) < c.rest }

// serves: is the reply good enough for the request?
func (c *call) serves(request Request, now time.Time) bool {
	young := now.Sub(c.at).Seconds() < request.MinAgeSeconds
	return c.rests(now) || young && c.reply.Status/100 == 2
}
