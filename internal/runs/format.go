package runs

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// A run file is
//
//	magic
//	blocks   u32 length, u32 checksum, payload: rows
//	index    payload: for each block its offset and first key
//	footer   u64 offset of the index, u64 rows, u64 bytes, u32 checksum of all before
//	         it in index and footer, magic
//
// where a row is its key and its content, each preceded by its length as a varint.
// Numbers are little endian, checksums CRC-32C.
const (
	magic       = "gnd.run1"
	frameSize   = 8
	footerSize  = 8 + 8 + 8 + 4 + len(magic)
	blockTarget = 64 << 10 // a block ends with the row that reaches this length
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// errDamaged stands for every way in which bytes are not a run file.
var errDamaged = errors.New("this temporary file is cut or damaged; run again")

// mark is where a block starts and the first key in it.
type mark struct {
	offset int64
	key    string
}

func appendText[T string | []byte](buf []byte, text T) []byte {
	buf = binary.AppendUvarint(buf, uint64(len(text)))
	return append(buf, text...)
}

// cutText splits what appendText added off the front of buf, without copying.
func cutText(buf []byte) (text, rest []byte, err error) {
	n, width := binary.Uvarint(buf)
	if width <= 0 || n > uint64(len(buf)-width) {
		return nil, nil, errDamaged
	}
	buf = buf[width:]
	return buf[:n:n], buf[n:], nil
}

// appendTail appends index and footer. offset is where they start.
func appendTail(buf []byte, offset int64, marks []mark, rows, bytes int64) []byte {
	start := len(buf)
	for _, m := range marks {
		buf = binary.AppendUvarint(buf, uint64(m.offset))
		buf = appendText(buf, m.key)
	}
	buf = binary.LittleEndian.AppendUint64(buf, uint64(offset))
	buf = binary.LittleEndian.AppendUint64(buf, uint64(rows))
	buf = binary.LittleEndian.AppendUint64(buf, uint64(bytes))
	buf = binary.LittleEndian.AppendUint32(buf, crc32.Checksum(buf[start:], castagnoli))
	return append(buf, magic...)
}

// tail is what the end of a run file says.
type tail struct {
	marks       []mark
	offset      int64 // of the index: where the blocks end
	rows, bytes int64
}

// footerOffset reads where the index starts from the last bytes of a file of the given
// size.
func footerOffset(footer []byte, size int64) (int64, error) {
	if len(footer) != footerSize || string(footer[footerSize-len(magic):]) != magic {
		return 0, errDamaged
	}
	offset := binary.LittleEndian.Uint64(footer)
	if offset < uint64(len(magic)) || offset > uint64(size)-uint64(footerSize) {
		return 0, errDamaged
	}
	return int64(offset), nil
}

// parseTail reads index and footer, which start at offset.
func parseTail(buf []byte, offset int64) (tail, error) {
	split := len(buf) - footerSize
	index, footer := buf[:split], buf[split:]
	checked := len(buf) - len(magic) - 4
	if crc32.Checksum(buf[:checked], castagnoli) != binary.LittleEndian.Uint32(buf[checked:]) {
		return tail{}, errDamaged
	}
	t := tail{
		offset: offset,
		rows:   int64(binary.LittleEndian.Uint64(footer[8:])),
		bytes:  int64(binary.LittleEndian.Uint64(footer[16:])),
	}
	next := int64(len(magic))
	for len(index) > 0 {
		at, width := binary.Uvarint(index)
		if width <= 0 || int64(at) < next || int64(at) > offset-frameSize {
			return tail{}, errDamaged
		}
		key, rest, err := cutText(index[width:])
		if err != nil {
			return tail{}, err
		}
		t.marks = append(t.marks, mark{int64(at), string(key)})
		index, next = rest, int64(at)+frameSize
	}
	return t, nil
}
