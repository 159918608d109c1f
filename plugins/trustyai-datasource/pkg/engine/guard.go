package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"github.com/grafana/sobek"
)

// guarded runs script code in a slot and under the step limit, and turns whatever goes wrong into a Fault.
func (s *Session) guarded(ctx context.Context, run func() error) (err error) {
	leave, err := s.program.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	defer func() {
		if cause := recover(); cause != nil {
			err = PluginFault("The data source's own code broke down. This is a fault of the plugin: please report it.",
				fmt.Sprintf("%v\n%s", cause, debug.Stack()))
		}
	}()
	stop := s.interruptAfter(s.program.StepLimit)
	defer stop()
	return s.asFault(run())
}

// interruptAfter returns a function that calls the interrupt off, also one that fires at the same moment.
func (s *Session) interruptAfter(limit time.Duration) func() {
	var mu sync.Mutex
	over := false
	timer := time.AfterFunc(limit, func() {
		mu.Lock()
		defer mu.Unlock()
		if !over {
			s.vm.Interrupt("step limit")
		}
	})
	return func() {
		timer.Stop()
		mu.Lock()
		defer mu.Unlock()
		over = true
		s.vm.ClearInterrupt()
	}
}

func (s *Session) asFault(err error) error {
	var fault *Fault
	var interrupted *sobek.InterruptedError
	var overflow *sobek.StackOverflowError
	var exception *sobek.Exception
	switch {
	case err == nil:
		return nil
	case errors.As(err, &fault):
		return fault
	case errors.As(err, &interrupted):
		return PluginFault(fmt.Sprintf("Working on the service's reply took longer than %v and was stopped. "+
			"Ask for fewer models, features or rows.", s.program.StepLimit), interrupted.String())
	case errors.As(err, &overflow):
		return ownFault("its calls are nested too deeply", overflow.String())
	case errors.As(err, &exception):
		return ownFault(exception.Value().String(), exception.String())
	default:
		return ownFault(err.Error(), "")
	}
}

func ownFault(what, detail string) *Fault {
	return PluginFault(fmt.Sprintf("The data source's own code failed: %s. This is a fault of the plugin: please report it.", what), detail)
}
