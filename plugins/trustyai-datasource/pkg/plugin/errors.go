package plugin

import (
	"context"
	"errors"
	"unicode"
	"unicode/utf8"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"soundcheck/trustyai-datasource/pkg/engine"
)

// asFault gives every error a sentence and a source.
func asFault(err error) *engine.Fault {
	var fault *engine.Fault
	if errors.As(err, &fault) {
		return fault
	}
	return engine.PluginFault("The data source gave a result that cannot be shown. This is a fault of the plugin: please report it.",
		err.Error())
}

// httpStatus of a fault. Never 401: Grafana would take it for its own user's.
func httpStatus(fault *engine.Fault) backend.Status {
	if fault.Source == backend.ErrorSourceDownstream {
		return backend.StatusBadGateway
	}
	return backend.StatusInternal
}

func (d *Datasource) log(ctx context.Context, op operation, err error) {
	if err == nil {
		return
	}
	fault := asFault(err)
	logger := log.DefaultLogger.FromContext(ctx)
	fields := []any{"operation", op.name, "error", fault.Message, "source", string(fault.Source)}
	if fault.Source == backend.ErrorSourceDownstream {
		logger.Warn("operation failed", fields...)
		return
	}
	logger.Error("operation failed", append(fields, "detail", fault.Detail)...)
}

// sentence begins with a capital and ends with a full stop.
func sentence(err error) string {
	message := err.Error()
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(first)) + message[size:] + "."
}
