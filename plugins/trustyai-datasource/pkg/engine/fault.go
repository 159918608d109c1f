package engine

import "github.com/grafana/grafana-plugin-sdk-go/backend"

// Fault is an error with a sentence for people, and whose fault it is.
type Fault struct {
	Message string
	Source  backend.ErrorSource
	// Detail is for the log only: a stack trace, for instance.
	Detail string
}

func (f *Fault) Error() string { return f.Message }

// ErrCancelled: nobody waits for the answer any more.
var ErrCancelled = DownstreamFault("The query was cancelled.")

// PluginFault is an error of this plugin's own code.
func PluginFault(message, detail string) *Fault {
	return &Fault{Message: message, Source: backend.ErrorSourcePlugin, Detail: detail}
}

// DownstreamFault is an error on the service's side, its configuration included.
func DownstreamFault(message string) *Fault {
	return &Fault{Message: message, Source: backend.ErrorSourceDownstream}
}
