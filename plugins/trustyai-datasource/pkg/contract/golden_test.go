package contract

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/frames"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// scenario is an operation and the replies it gets: a line of packages/query/src/drivers/golden.ts.
type scenario struct {
	name      string
	Operation string         `json:"operation"`
	Input     map[string]any `json:"input"`
	Context   map[string]any `json:"context"`
	Replies   [][]wireReply  `json:"replies"`
	// got is the last step in the engine, as canonical JSON.
	got string
	// leads: the operation stands for others of its kind.
	leads bool
	// longest of the engine's steps.
	longest time.Duration
}

type wireReply struct {
	Status       int    `json:"status"`
	ContentType  string `json:"contentType"`
	Body         string `json:"body"`
	Error        string `json:"error,omitempty"`
	ErrorMessage string `json:"errorMessage,omitempty"`
}

// play runs the scenario in the engine with the replies that answer gives, and notes them.
func (s *scenario) play(t testing.TB, program *engine.Program, answer func(upstream.Request) upstream.Reply) {
	t.Helper()
	session, err := program.Start(s.Operation, s.Input, s.Context)
	if err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	s.Replies, s.longest = [][]wireReply{}, 0
	var replies []upstream.Reply
	for {
		begin := time.Now()
		outcome, err := session.Step(replies)
		s.longest = max(s.longest, time.Since(begin))
		if failure, ok := errors.AsType[backend.ErrorWithSource](err); ok {
			s.got = fmt.Sprintf(`{"error":{"message":%s,"source":%q}}`, quoted(failure.Error()), failure.ErrorSource())
			return
		}
		if outcome.Done != nil {
			s.got = fmt.Sprintf(`{"done":%s}`, canonical(outcome.Done))
			if s.Operation == "query" {
				if _, err := frames.Read(session.VM, outcome.Done, "A"); err != nil {
					t.Errorf("%s: its frames are not Grafana's: %v", s.name, err)
				}
			}
			return
		}
		replies = replies[:0]
		round := []wireReply{}
		for _, request := range outcome.Requests {
			reply := answer(request)
			replies = append(replies, reply)
			round = append(round, wireReply(reply))
		}
		s.Replies = append(s.Replies, round)
	}
}

// compareWithNode runs the same scenarios in Node; the last steps must be the same text.
func compareWithNode(t *testing.T, scenarios []*scenario) {
	t.Helper()
	inNode := finalStepsInNode(t, scenarios)
	for i, one := range scenarios {
		if at := firstDifference(one.got, inNode[i]); at >= 0 {
			t.Errorf("%s differs\nengine %s\nNode   %s", one.name, excerpt(one.got, at), excerpt(inNode[i], at))
		}
	}
	if t.Failed() {
		t.Fatal("If the core was changed since, the bundle is an old one: run `go generate ./pkg/engine` first.")
	}
	t.Logf("%d scenarios give the same in the engine and in Node", len(scenarios))
}

// firstDifference of two texts, negative where there is none.
func firstDifference(a, b string) int {
	if a == b {
		return -1
	}
	for at := range min(len(a), len(b)) {
		if a[at] != b[at] {
			return at
		}
	}
	return min(len(a), len(b))
}

// excerpt is the text around a place.
func excerpt(text string, at int) string {
	return fmt.Sprintf("%.60s … %.400s", text, text[max(0, at-100):])
}

// patient: the race detector slows the engine tenfold, and the step limit is not what these tests are about.
func patient(program *engine.Program) *engine.Program {
	program.StepLimit = time.Minute
	return program
}
