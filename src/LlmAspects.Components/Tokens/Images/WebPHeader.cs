using System.Buffers.Binary;

namespace LlmAspects.Components.Tokens.Images;

/// <summary>Reads the first chunk of a WebP file: https://developers.google.com/speed/webp/docs/riff_container</summary>
internal static class WebPHeader
{
    private const int FirstChunk = 12;
    private const int ChunkHeader = 8;
    private const int Mask14 = 0x3FFF;

    /// <summary>The size of the canvas or of the only image; zeros when the chunk is not complete.</summary>
    public static (long Width, long Height) Read(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> chunk = file[FirstChunk..];
        if (chunk.Length < ChunkHeader)
        {
            return default;
        }

        ReadOnlySpan<byte> data = chunk[ChunkHeader..];
        return chunk[..4] switch
        {
            [0x56, 0x50, 0x38, 0x20] => ReadLossy(data),
            [0x56, 0x50, 0x38, 0x4C] => ReadLossless(data),
            [0x56, 0x50, 0x38, 0x58] => ReadExtended(data),
            _ => default,
        };
    }

    // A frame tag of 3 bytes, the start code, then two sides of 14 bits, each with 2 bits of scaling: RFC 6386, section 9.1.
    private static (long Width, long Height) ReadLossy(ReadOnlySpan<byte> data) =>
        data is [_, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, ..]
            ? (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & Mask14, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & Mask14)
            : default;

    // A signature, then both sides less 1 in 14 bits each.
    private static (long Width, long Height) ReadLossless(ReadOnlySpan<byte> data)
    {
        if (data is not [0x2F, _, _, _, _, ..])
        {
            return default;
        }

        uint sides = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return ((sides & Mask14) + 1, ((sides >> 14) & Mask14) + 1);
    }

    // Flags of 4 bytes, then both sides of the canvas less 1 in 24 bits each.
    private static (long Width, long Height) ReadExtended(ReadOnlySpan<byte> data) =>
        data is [_, _, _, _, var w0, var w1, var w2, var h0, var h1, var h2, ..]
            ? (1 + (w0 | (w1 << 8) | (w2 << 16)), 1 + (h0 | (h1 << 8) | (h2 << 16)))
            : default;
}
