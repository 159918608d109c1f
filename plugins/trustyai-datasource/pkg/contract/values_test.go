package contract

import "github.com/grafana/grafana-plugin-sdk-go/data"

// valuesByFeature takes the last number of each field named "value".
func valuesByFeature(frames data.Frames) map[string]float64 {
	found := map[string]float64{}
	for _, frame := range frames {
		for _, field := range frame.Fields {
			if field.Name == "value" && field.Len() > 0 {
				if value, err := field.NullableFloatAt(field.Len() - 1); err == nil && value != nil {
					found[field.Labels["feature"]] = *value
				}
			}
		}
	}
	return found
}
