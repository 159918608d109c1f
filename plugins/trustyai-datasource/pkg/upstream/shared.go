package upstream

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Deadline of a call and of an operation: Grafana gives up after 30 s.
const Deadline = 28 * time.Second

// Shared is one service as all users of a data source see it: identical calls are made once.
type Shared struct {
	call     func(context.Context, Request) Reply
	deadline time.Duration
	// One place: an expensive call occupies the service's event loop.
	expensive chan struct{}

	mu      sync.Mutex
	flights map[string]*flight
	replies cache
}

// flight is a call under way and those who wait for it.
type flight struct {
	waiters int
	// begun: an expensive call was sent. The service computes on, whether or not somebody waits.
	begun  bool
	cancel context.CancelFunc
	done   chan struct{}
	reply  Reply
}

// NewShared shares the calls that call makes.
func NewShared(call func(context.Context, Request) Reply) *Shared {
	return &Shared{
		call:      call,
		deadline:  Deadline,
		expensive: make(chan struct{}, 1),
		flights:   map[string]*flight{},
		replies:   newCache(),
	}
}

// Do answers from the cache, joins an identical call under way, or makes one. Identity separates users where their
// headers are forwarded.
func (s *Shared) Do(ctx context.Context, request Request, identity string) Reply {
	if ctx.Err() != nil {
		return ended(ctx, "no time was left for this call")
	}
	key := keyOf(request, identity)
	s.mu.Lock()
	if reply, ok := s.replies.get(key, request); ok {
		s.mu.Unlock()
		return reply
	}
	joined, ok := s.flights[key]
	if !ok {
		joined = s.launch(ctx, key, request)
	}
	joined.waiters++
	s.mu.Unlock()

	select {
	case <-joined.done:
		return joined.reply
	case <-ctx.Done():
		s.leave(key, joined)
		return ended(ctx, fmt.Sprintf("no reply within %v", s.deadline))
	}
}

// launch needs the lock. The call outlives its first caller, so it keeps the caller's values, not its cancellation.
func (s *Shared) launch(ctx context.Context, key string, request Request) *flight {
	callCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.deadline)
	started := &flight{cancel: cancel, done: make(chan struct{})}
	s.flights[key] = started
	go func() {
		defer cancel()
		reply, took := s.make(callCtx, started, request)
		s.mu.Lock()
		defer s.mu.Unlock()
		started.reply = reply
		if s.flights[key] == started {
			delete(s.flights, key)
		}
		s.replies.put(key, request, entry{reply: reply, took: took})
		close(started.done)
	}()
	return started
}

func (s *Shared) make(ctx context.Context, current *flight, request Request) (reply Reply, took time.Duration) {
	defer func() {
		if cause := recover(); cause != nil {
			reply = Reply{Error: Unreachable, ErrorMessage: fmt.Sprintf("the data source broke down while calling: %v", cause)}
		}
	}()
	if request.Expensive {
		select {
		case s.expensive <- struct{}{}:
			defer func() { <-s.expensive }()
		case <-ctx.Done():
			return ended(ctx, "the service was busy with another computation"), 0
		}
		s.mu.Lock()
		current.begun = true
		s.mu.Unlock()
	}
	begin := time.Now()
	reply = s.call(ctx, request)
	return reply, time.Since(begin)
}

// leave cancels the call when its last waiter goes, but for an expensive one that was sent: it keeps its slot.
func (s *Shared) leave(key string, left *flight) {
	s.mu.Lock()
	defer s.mu.Unlock()
	left.waiters--
	if left.waiters > 0 || left.begun {
		return
	}
	left.cancel()
	if s.flights[key] == left {
		delete(s.flights, key)
	}
}

func keyOf(request Request, identity string) string {
	if request.CacheKey != "" {
		return identity + "\x00" + request.CacheKey
	}
	body := ""
	if request.Body != nil {
		body = *request.Body
	}
	return identity + "\x00" + request.Method + "\x00" + request.Path + "\x00" + body
}
