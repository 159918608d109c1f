package engine

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/grafana/sobek"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

var stepSeconds = promauto.NewHistogram(prometheus.HistogramOpts{
	Name: "soundcheck_step_seconds", Help: "Run time of the script's steps.", Buckets: []float64{.001, .01, .1, .5, 2, 10},
})

// launcher starts an operation and gives its step function. Replies become plain objects, without an empty error.
var launcher = sobek.MustCompile("launcher.js", `(operation, given) => {
	const session = soundcheck.start(operation, ...JSON.parse(given));
	const plain = ({ error, errorMessage, ...reply }) => (error ? { ...reply, error, errorMessage } : reply);
	return (replies) => session.step(Array.from(replies, plain));
}`, true)

// Session is one operation under way. It belongs to one goroutine. Names in the script are Go's, with a small initial.
type Session struct {
	VM      *sobek.Runtime
	program *Program
	step    stepFunction
}

type stepFunction = func([]upstream.Reply) (Outcome, error)

// Outcome of a step: requests to answer, or the operation's value, which lives in the session's VM.
type Outcome struct {
	Requests []upstream.Request
	Done     sobek.Value
	Error    *struct{ Message, Source string }
}

// Start begins an operation. Input and context are handed over as JSON. Errors of it and of steps are sourced.
func (p *Program) Start(operation string, input, context any) (s *Session, err error) {
	s = &Session{VM: sobek.New(), program: p}
	s.VM.SetMaxCallStackSize(4096) // recursion without end is stopped long before memory is out
	s.VM.SetFieldNameMapper(sobek.UncapFieldNameMapper())
	s.step, err = guarded(s, func() (step stepFunction, err error) {
		given, err := json.Marshal([]any{input, context})
		if err != nil {
			return nil, err
		}
		if _, err := s.VM.RunProgram(p.compiled); err != nil {
			return nil, err
		}
		launch, err := s.VM.RunProgram(launcher)
		if err != nil {
			return nil, err
		}
		var start func(operation, given string) (stepFunction, error)
		if err := s.VM.ExportTo(launch, &start); err != nil {
			return nil, err
		}
		return start(operation, string(given))
	})
	return s, err
}

// Step resumes the operation with the replies to the requests of the step before, in their order.
func (s *Session) Step(replies []upstream.Reply) (Outcome, error) {
	return guarded(s, func() (Outcome, error) {
		outcome, err := s.step(replies)
		if failure := outcome.Error; failure != nil {
			err = backend.NewErrorWithSource(errors.New(failure.Message), backend.ErrorSource(failure.Source))
		} else if err == nil && outcome.Done == nil && outcome.Requests == nil {
			err = errors.New("a step gave neither requests nor done nor error")
		}
		return outcome, err
	})
}

// guarded runs script code in a slot and under the limits.
func guarded[T any](s *Session, run func() (T, error)) (value T, err error) {
	s.program.slots <- struct{}{} // not for long: steps are limited
	begin, limit := time.Now(), s.program.StepLimit
	interrupt := time.AfterFunc(limit, func() {
		s.VM.Interrupt(backend.PluginErrorf("Working on the service's reply took longer than %v and was stopped. "+
			"Ask for fewer models, features or rows.", limit))
	})
	giveUp := time.AfterFunc(limit+s.program.Patience, func() {
		s.program.giveUp("a step of the script cannot be stopped", "stepLimit", limit.String())
	})
	defer func() {
		interrupt.Stop() // one that comes just now stops the next step, with the same right
		giveUp.Stop()
		stepSeconds.Observe(time.Since(begin).Seconds())
		<-s.program.slots
		if cause := recover(); cause != nil {
			err = fmt.Errorf("it broke down: %v at %s", cause, debug.Stack())
		}
		err = Sourced(err)
	}()
	return run()
}

// Sourced makes a sentence of an error that has no source: then this plugin's code is wrong. Where is for the log.
func Sourced(err error) error {
	if stopped, ok := errors.AsType[*sobek.InterruptedError](err); ok {
		err = cmp.Or(stopped.Unwrap(), err) // its own words end with a stack
	}
	if _, sourced := errors.AsType[backend.ErrorWithSource](err); err == nil || sourced {
		return err
	}
	what, where, _ := strings.Cut(err.Error(), " at ")
	if thrown, ok := errors.AsType[*sobek.Exception](err); ok {
		where = thrown.String()
	}
	what = cmp.Or(what, "calls are nested too deeply") // the one exception without a value
	log.DefaultLogger.Error("the plugin's own code failed", "error", what, "where", where)
	return backend.PluginErrorf("The data source's own code failed: %s. This is a fault of the plugin: please report it.", what)
}
