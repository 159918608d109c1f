package frames

import (
	"fmt"
	"math"
	"time"

	"github.com/grafana/sobek"
)

// readValues gives a slice that data.NewField takes: of plain values, or of pointers where one is missing.
func readValues(fieldType string, value sobek.Value) (any, error) {
	object, ok := value.(*sobek.Object)
	if !ok {
		return nil, fmt.Errorf("it has no values")
	}
	switch exported := object.Export().(type) {
	case []float64: // a Float64Array, on the script's memory
		switch fieldType {
		case "number":
			return exported, nil
		case "time":
			return times(exported)
		}
	case []any:
		switch fieldType {
		case "number":
			return column(exported, number)
		case "time":
			return column(exported, moment)
		case "string":
			return column(exported, as[string])
		case "boolean":
			return column(exported, as[bool])
		}
	}
	return nil, fmt.Errorf("its values do not fit its type %q", fieldType)
}

// column converts values one by one; nil is missing, and with one missing all become pointers into one slice.
func column[T any](values []any, convert func(any) (T, bool)) (any, error) {
	plain := make([]T, len(values))
	missing := 0
	for i, value := range values {
		if value == nil {
			missing++
			continue
		}
		converted, ok := convert(value)
		if !ok {
			return nil, fmt.Errorf("value %d is %v, which is no %T", i, value, converted)
		}
		plain[i] = converted
	}
	if missing == 0 {
		return plain, nil
	}
	pointers := make([]*T, len(values))
	for i, value := range values {
		if value != nil {
			pointers[i] = &plain[i]
		}
	}
	return pointers, nil
}

func as[T any](value any) (T, bool) {
	converted, ok := value.(T)
	return converted, ok
}

func number(value any) (float64, bool) {
	switch typed := value.(type) {
	case float64:
		return typed, true
	case int64:
		return float64(typed), true
	default:
		return 0, false
	}
}

func moment(value any) (time.Time, bool) {
	milliseconds, ok := number(value)
	return fromMilliseconds(milliseconds), ok && !math.IsNaN(milliseconds) && !math.IsInf(milliseconds, 0)
}

func times(milliseconds []float64) (any, error) {
	converted := make([]time.Time, len(milliseconds))
	for i, value := range milliseconds {
		moment, ok := moment(value)
		if !ok {
			return nil, fmt.Errorf("value %d is %v, which is no time", i, value)
		}
		converted[i] = moment
	}
	return converted, nil
}

func fromMilliseconds(value float64) time.Time {
	whole := math.Floor(value)
	return time.UnixMilli(int64(whole)).Add(time.Duration((value - whole) * float64(time.Millisecond))).UTC()
}
