package engine

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/sobek"

	"soundcheck/trustyai-datasource/pkg/upstream"
)

// Session is one operation under way. It belongs to one goroutine.
type Session struct {
	program *Program
	vm      *sobek.Runtime
	self    *sobek.Object
	step    sobek.Callable
}

// Outcome of a step: either requests to answer, or the operation's value.
type Outcome struct {
	Requests []upstream.Request
	// Done is nil while requests are wanted. It lives in the session's runtime: read it in the same goroutine.
	Done sobek.Value
}

// Start begins an operation. Input and context are handed over as JSON.
func (p *Program) Start(ctx context.Context, operation string, input, opContext any) (*Session, error) {
	inputJSON, err := json.Marshal(input)
	if err != nil {
		return nil, PluginFault("The query is not JSON.", err.Error())
	}
	contextJSON, err := json.Marshal(opContext)
	if err != nil {
		return nil, PluginFault("The data source's settings are not JSON.", err.Error())
	}
	session := &Session{program: p, vm: sobek.New()}
	session.vm.SetMaxCallStackSize(maxCallDepth)
	err = session.guarded(ctx, func() error {
		return session.open(operation, string(inputJSON), string(contextJSON))
	})
	if err != nil {
		return nil, err
	}
	return session, nil
}

func (s *Session) open(operation, input, opContext string) error {
	if _, err := s.vm.RunProgram(s.program.compiled); err != nil {
		return err
	}
	entry, ok := s.vm.Get("soundcheck").(*sobek.Object)
	if !ok {
		return fmt.Errorf("the script defines no global named soundcheck")
	}
	start, ok := sobek.AssertFunction(entry.Get("start"))
	if !ok {
		return fmt.Errorf("the script has no soundcheck.start")
	}
	parse, ok := sobek.AssertFunction(s.vm.Get("JSON").ToObject(s.vm).Get("parse"))
	if !ok {
		return fmt.Errorf("the engine has no JSON.parse")
	}
	inputValue, err := parse(sobek.Undefined(), s.vm.ToValue(input))
	if err != nil {
		return err
	}
	contextValue, err := parse(sobek.Undefined(), s.vm.ToValue(opContext))
	if err != nil {
		return err
	}
	session, err := start(entry, s.vm.ToValue(operation), inputValue, contextValue)
	if err != nil {
		return err
	}
	s.self = session.ToObject(s.vm)
	if s.step, ok = sobek.AssertFunction(s.self.Get("step")); !ok {
		return fmt.Errorf("soundcheck.start gave no session with a step function")
	}
	return nil
}

// Step resumes the operation with the replies to the requests of the step before, in their order.
func (s *Session) Step(ctx context.Context, replies []upstream.Reply) (Outcome, error) {
	var outcome Outcome
	err := s.guarded(ctx, func() error {
		result, err := s.step(s.self, s.replies(replies))
		if err != nil {
			return err
		}
		outcome, err = readOutcome(result.ToObject(s.vm))
		return err
	})
	return outcome, err
}

func (s *Session) replies(replies []upstream.Reply) sobek.Value {
	values := make([]any, len(replies))
	for i, reply := range replies {
		object := s.vm.NewObject()
		fields := map[string]any{"status": reply.Status, "contentType": reply.ContentType, "body": reply.Body}
		if reply.Error != "" {
			fields["error"] = string(reply.Error)
			fields["errorMessage"] = reply.ErrorMessage
		}
		for name, value := range fields {
			// Setting a plain property of a fresh object cannot fail.
			_ = object.Set(name, value)
		}
		values[i] = object
	}
	return s.vm.NewArray(values...)
}

func readOutcome(result *sobek.Object) (Outcome, error) {
	if failure, ok := result.Get("error").(*sobek.Object); ok {
		return Outcome{}, readFault(failure)
	}
	if done := result.Get("done"); done != nil {
		return Outcome{Done: done}, nil
	}
	wanted, ok := result.Get("requests").(*sobek.Object)
	if !ok {
		return Outcome{}, fmt.Errorf("a step gave neither requests nor done nor error")
	}
	text, err := wanted.MarshalJSON()
	if err != nil {
		return Outcome{}, err
	}
	var requests []upstream.Request
	if err := json.Unmarshal(text, &requests); err != nil {
		return Outcome{}, fmt.Errorf("a step gave requests of a wrong shape: %w", err)
	}
	return Outcome{Requests: requests}, nil
}

func readFault(failure *sobek.Object) *Fault {
	fault := &Fault{Source: backend.ErrorSourcePlugin, Message: "The data source failed without saying why."}
	if message := failure.Get("message"); message != nil {
		fault.Message = message.String()
	}
	if source := failure.Get("source"); source != nil && source.String() == string(backend.ErrorSourceDownstream) {
		fault.Source = backend.ErrorSourceDownstream
	}
	if stack := failure.Get("stack"); stack != nil {
		fault.Detail = stack.String()
	}
	return fault
}
