package plugin

import (
	"context"
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/sobek"
)

// CheckHealth is the settings page's test button.
func (d *Datasource) CheckHealth(ctx context.Context, req *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	var health struct {
		Status  string          `json:"status"`
		Message string          `json:"message"`
		Details json.RawMessage `json:"details"`
	}
	op := operation{name: "health", input: map[string]any{}, identity: d.identity(req)}
	err := d.run(ctx, op, func(value sobek.Value) error {
		encoded, err := toJSON(value)
		if err != nil {
			return err
		}
		return json.Unmarshal(encoded, &health)
	})
	if err != nil {
		return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: asFault(err).Message}, nil
	}
	result := &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: health.Message, JSONDetails: health.Details}
	if health.Status == "ok" {
		result.Status = backend.HealthStatusOk
	}
	return result, nil
}

// toJSON of the operation's value, as JSON.stringify gives it.
func toJSON(value sobek.Value) ([]byte, error) {
	if object, ok := value.(*sobek.Object); ok {
		return object.MarshalJSON()
	}
	return json.Marshal(value.Export())
}
