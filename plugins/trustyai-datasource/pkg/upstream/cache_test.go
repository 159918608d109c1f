package upstream

import (
	"strings"
	"testing"
	"time"
)

func TestHowLongRepliesAreKept(t *testing.T) {
	fast := Request{MinAgeSeconds: 5}
	expensive := Request{Expensive: true}
	good := Reply{Status: 200}
	cases := []struct {
		name    string
		request Request
		reply   Reply
		took    time.Duration
		want    time.Duration
	}{
		{"as asked", fast, good, time.Millisecond, 5 * time.Second},
		{"not asked", Request{}, good, time.Millisecond, 0},
		{"a refusal", fast, Reply{Status: 401}, time.Millisecond, 0},
		{"no reply", fast, Reply{Error: Timeout}, time.Second, 0},
		{"expensive, quick", expensive, good, time.Second, 60 * time.Second},
		{"expensive, slow", expensive, good, 20 * time.Second, 200 * time.Second},
		{"expensive, timed out", expensive, Reply{Error: Timeout}, 28 * time.Second, 280 * time.Second},
		{"expensive, not sent", expensive, Reply{Error: Timeout}, 0, 0},
		{"expensive, refused", expensive, Reply{Status: 422}, time.Second, 0},
	}
	for _, c := range cases {
		now := time.Unix(1_000_000, 0)
		kept := newCache()
		kept.now = func() time.Time { return now }
		kept.put("k", c.request, entry{reply: c.reply, took: c.took})
		for offset, want := range map[time.Duration]bool{-time.Millisecond: c.want > 0, 0: false} {
			now = time.Unix(1_000_000, 0).Add(c.want + offset)
			if _, got := kept.get("k", c.request); got != want {
				t.Errorf("%s: %v around %v: kept is %v", c.name, offset, c.want, got)
			}
		}
	}
}

func TestAYoungerReplyMayBeWanted(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	kept := newCache()
	kept.now = func() time.Time { return now }
	kept.put("k", Request{MinAgeSeconds: 600}, entry{reply: Reply{Status: 200}})
	now = now.Add(10 * time.Second)
	if _, ok := kept.get("k", Request{MinAgeSeconds: 5}); ok {
		t.Error("a reply of 10 s was given to who wanted 5 s")
	}
	if _, ok := kept.get("k", Request{MinAgeSeconds: 60}); !ok {
		t.Error("a reply of 10 s was kept from who takes 60 s")
	}
}

func TestTheCacheIsBounded(t *testing.T) {
	kept := newCache()
	large := strings.Repeat("x", MaxReplyBytes)
	for i := range 20 {
		kept.put(string(rune('a'+i)), Request{MinAgeSeconds: 60}, entry{reply: Reply{Status: 200, Body: large}})
	}
	if kept.bytes > maxCachedBytes || len(kept.entries) != maxCachedBytes/MaxReplyBytes {
		t.Errorf("%d entries of %d bytes are kept", len(kept.entries), kept.bytes)
	}
}
