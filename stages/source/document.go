package source

import (
	"encoding/json"
	"fmt"
	"strings"

	"gander/schemas"
)

// judge judges a row of jsonl.
func (c DocumentsConfig) judge(text []byte) (layout, wrong string) {
	fields, wrong := fieldsOf(text)
	if wrong != "" {
		return "", wrong
	}
	if _, there := fields[c.TextField]; !there {
		return "", fmt.Sprintf("not a document: no field %q; name the field that holds the text by text_field", c.TextField)
	}
	return layoutJSONL, ""
}

// parseJSON reads one row of jsonl.
func (c DocumentsConfig) parseJSON(text []byte) (d schemas.Document, why *refusal) {
	var fields map[string]json.RawMessage
	if why := decode(text, &fields); why != nil {
		return d, why
	}
	var found columns
	for _, f := range []struct {
		name  string
		value *string
		want  string
	}{
		{c.TextField, &found.text, "string"},
		{c.TitleField, &found.title, "string"},
		{c.IDField, &found.id, "string or number"},
	} {
		raw, there := fields[f.name]
		if !there || f.name == "" || string(raw) == "null" {
			continue
		}
		if err := json.Unmarshal(raw, f.value); err == nil {
			continue
		}
		var number json.Number
		if f.value != &found.id || json.Unmarshal(raw, &number) != nil {
			return d, refuse(wrongType, "field %q is not a %s", f.name, f.want)
		}
		*f.value = number.String()
	}
	raw, there := fields[c.TextField]
	found.hasText = there && string(raw) != "null"
	return c.document(found, layoutJSONL)
}

// columns are the fields of a document as they were read.
type columns struct {
	id, title, text string
	hasText         bool
}

// document is the document of one row.
func (c DocumentsConfig) document(f columns, source string) (d schemas.Document, why *refusal) {
	switch {
	case !f.hasText:
		return d, refuse(missingField, "no field %q", c.TextField)
	case strings.TrimSpace(f.text) == "":
		return d, refuse(blankText, "the text is empty")
	}
	d = schemas.Document{SourceID: f.id, Source: source, Title: oneLine(f.title), Text: f.text}
	if c.License != "" {
		d.License = []string{c.License}
	}
	d.ID = schemas.DocumentID(d)
	return d, nil
}
