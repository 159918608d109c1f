// Package frames turns the script's frames into Grafana's.
package frames

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/sobek"
)

// frame and field as in the contract.
type frame struct {
	Name, RefId string //nolint:revive // the script's name, with a capital
	Meta        *sobek.Object
	Fields      []field
}

type field struct {
	Name, Type string
	Labels     data.Labels
	Config     *sobek.Object
	Values     any
}

// Read reads an array of contract frames. refID goes to frames that name none. The VM must map names as a session's does.
func Read(vm *sobek.Runtime, value sobek.Value, refID string) (data.Frames, error) {
	var list []frame
	if err := vm.ExportTo(value, &list); err != nil {
		return nil, fmt.Errorf("the operation gave no list of frames: %w", err)
	}
	read := make(data.Frames, len(list))
	for i, from := range list {
		if from.Fields == nil {
			return nil, fmt.Errorf("frame %d has no list of fields", i)
		}
		to := &data.Frame{Name: from.Name, RefID: cmp.Or(from.RefId, refID)}
		for _, field := range from.Fields {
			made, err := field.read()
			if err != nil {
				return nil, fmt.Errorf("frame %d, field %q: %w", i, field.Name, err)
			}
			to.Fields = append(to.Fields, made)
		}
		meta, err := decode[data.FrameMeta](from.Meta)
		if _, lengths := to.RowLen(); err != nil || lengths != nil {
			return nil, fmt.Errorf("frame %d: %w", i, errors.Join(err, lengths))
		}
		// Grafana's expressions and alert rules ignore a type without a version; all types have this one.
		if meta != nil && meta.Type != data.FrameTypeUnknown {
			meta.TypeVersion = data.FrameTypeVersion{0, 1}
		}
		to.Meta, read[i] = meta, to
	}
	return read, nil
}

// decode reads an object by its JSON: the contract's names are those of Grafana's, so its own decoders read them.
func decode[T any](object *sobek.Object) (decoded *T, err error) {
	encoded, err := json.Marshal(object)
	if err == nil {
		err = json.Unmarshal(encoded, &decoded) // no object stays nil
	}
	return decoded, err
}

// types of Grafana's fields by the contract's.
var types = map[string]data.FieldType{
	"number": data.FieldTypeFloat64, "time": data.FieldTypeTime, "string": data.FieldTypeString, "boolean": data.FieldTypeBool,
}

// read makes a field of plain values, or of nullable ones where one is missing.
func (f field) read() (*data.Field, error) {
	config, err := decode[data.FieldConfig](f.Config)
	numbers, isTyped := f.Values.([]float64) // a Float64Array, on the script's memory
	if made := data.NewField(f.Name, f.Labels, numbers).SetConfig(config); isTyped && f.Type == "number" {
		return made, err
	}
	values, isList := f.Values.([]any)
	for _, number := range numbers {
		values = append(values, number)
	}
	plain, known := types[f.Type]
	if !known || !isList && !isTyped {
		return nil, fmt.Errorf("its values do not fit its type %q", f.Type)
	}
	fieldType := plain
	if slices.Contains(values, nil) {
		fieldType = plain.NullableType()
	}
	made := data.NewFieldFromFieldType(fieldType, len(values)).SetConfig(config)
	made.Name, made.Labels = f.Name, f.Labels
	for i, value := range values {
		if value = converted(value, plain); value == nil {
			continue
		}
		if data.FieldTypeFor(value) != plain {
			return nil, fmt.Errorf("value %d is %v, which is no %s", i, value, f.Type)
		}
		made.SetConcrete(i, value)
	}
	return made, err
}

// converted: whole numbers to others, and epoch milliseconds to moments, kept to the microsecond.
func converted(value any, wanted data.FieldType) any {
	if whole, ok := value.(int64); ok {
		value = float64(whole)
	}
	milliseconds, ok := value.(float64)
	if ok && wanted == data.FieldTypeTime && math.Abs(milliseconds) <= 8.64e15 { // as far as the script's own dates reach
		return time.UnixMicro(int64(math.Round(milliseconds * 1000))).UTC()
	}
	return value
}
