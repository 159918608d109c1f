// Package frames turns the script's frames into Grafana's.
package frames

import (
	"encoding/json"
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/sobek"
)

// Read reads an array of contract frames. refID goes to frames that name none.
func Read(value sobek.Value, refID string) (data.Frames, error) {
	list, err := elements(value)
	if err != nil {
		return nil, fmt.Errorf("the operation gave no list of frames: %w", err)
	}
	read := make(data.Frames, 0, len(list))
	for i, item := range list {
		frame, err := readFrame(item, refID)
		if err != nil {
			return nil, fmt.Errorf("frame %d: %w", i, err)
		}
		read = append(read, frame)
	}
	return read, nil
}

func readFrame(object *sobek.Object, refID string) (*data.Frame, error) {
	frame := data.NewFrame(text(object, "name"))
	frame.RefID = text(object, "refId")
	if frame.RefID == "" {
		frame.RefID = refID
	}
	fields, err := elements(object.Get("fields"))
	if err != nil {
		return nil, fmt.Errorf("it has no list of fields: %w", err)
	}
	for _, item := range fields {
		field, err := readField(item)
		if err != nil {
			return nil, fmt.Errorf("field %q: %w", text(item, "name"), err)
		}
		frame.Fields = append(frame.Fields, field)
	}
	if _, err := frame.RowLen(); err != nil {
		return nil, err
	}
	// The contract's names are those of Grafana's JSON, so its own decoder reads them.
	meta := &data.FrameMeta{}
	if found, err := decode(object, "meta", meta); err != nil {
		return nil, err
	} else if found {
		// Grafana's expressions and alert rules ignore a type without a version; all types have this one.
		if meta.Type != data.FrameTypeUnknown {
			meta.TypeVersion = data.FrameTypeVersion{0, 1}
		}
		frame.Meta = meta
	}
	return frame, nil
}

func readField(object *sobek.Object) (*data.Field, error) {
	values, err := readValues(text(object, "type"), object.Get("values"))
	if err != nil {
		return nil, err
	}
	labels := data.Labels{}
	found, err := decode(object, "labels", &labels)
	if err != nil {
		return nil, err
	}
	if !found {
		labels = nil
	}
	field := data.NewField(text(object, "name"), labels, values)
	config := &data.FieldConfig{}
	if found, err := decode(object, "config", config); err != nil {
		return nil, err
	} else if found {
		field.Config = config
	}
	return field, nil
}

// elements of an array of objects.
func elements(value sobek.Value) ([]*sobek.Object, error) {
	array, ok := value.(*sobek.Object)
	if !ok || array.ClassName() != "Array" {
		return nil, fmt.Errorf("an array was expected, %v came", value)
	}
	length := int(array.Get("length").ToInteger())
	items := make([]*sobek.Object, length)
	for i := range items {
		if items[i], ok = array.Get(fmt.Sprint(i)).(*sobek.Object); !ok {
			return nil, fmt.Errorf("element %d is no object", i)
		}
	}
	return items, nil
}

func text(object *sobek.Object, name string) string {
	value := object.Get(name)
	if value == nil || sobek.IsUndefined(value) || sobek.IsNull(value) {
		return ""
	}
	return value.String()
}

// decode reads a property by its JSON.
func decode(object *sobek.Object, name string, into any) (bool, error) {
	value, ok := object.Get(name).(*sobek.Object)
	if !ok {
		return false, nil
	}
	encoded, err := value.MarshalJSON()
	if err != nil {
		return false, fmt.Errorf("%s: %w", name, err)
	}
	if err := json.Unmarshal(encoded, into); err != nil {
		return false, fmt.Errorf("%s: %w", name, err)
	}
	return true, nil
}
