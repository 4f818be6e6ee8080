package sink

import (
	"fmt"
	"reflect"
	"strings"

	"gander/schemas"
)

// column is one column of a table, or one field inside it.
type column struct {
	Name   string
	Scalar string   // string, int32, int64 or float64; empty for a struct
	List   bool     // a list of Scalar or of Fields
	Fields []column // of a struct
}

// columnsOf lists the columns of a row type as its parquet tags name them.
func columnsOf(t reflect.Type) []column {
	columns := make([]column, t.NumField())
	for i := range columns {
		f := t.Field(i)
		c := &columns[i]
		var options string
		c.Name, options, _ = strings.Cut(f.Tag.Get("parquet"), ",")
		typ := f.Type
		if typ.Kind() == reflect.Slice {
			c.List, typ = true, typ.Elem()
		}
		if c.Name == "" || c.List != (options == "list") {
			panic(fmt.Sprintf("sink: field %s of %s needs a parquet tag with its name, and \"list\" for a list only", f.Name, t))
		}
		if typ.Kind() == reflect.Struct {
			c.Fields = columnsOf(typ)
		} else {
			c.Scalar = typ.Kind().String()
		}
	}
	return columns
}

// String is the type of a column, as in list<struct<role: string, content: string>>.
func (c column) String() string {
	text := c.Scalar
	if c.Fields != nil {
		fields := make([]string, len(c.Fields))
		for i, f := range c.Fields {
			fields[i] = f.Name + ": " + f.String()
		}
		text = "struct<" + strings.Join(fields, ", ") + ">"
	}
	if c.List {
		return "list<" + text + ">"
	}
	return text
}

var (
	taskColumns   = columnsOf(reflect.TypeFor[schemas.Task]())
	rejectColumns = columnsOf(reflect.TypeFor[schemas.Reject]())
)
