using System.Buffers.Binary;

namespace LlmAspects.Components.Tokens.Images;

/// <summary>Reads the size of an image from the first bytes of its file. Pure; any bytes are safe, and no pixel is decoded.</summary>
internal static class ImageHeader
{
    private const int PngHeader = 24;
    private const int GifHeader = 10;

    /// <summary>Reads the size of a PNG, JPEG, GIF or WebP file.</summary>
    /// <returns><see langword="false"/> when it is none of them, or broken off before its size.</returns>
    public static bool TryReadSize(ReadOnlySpan<byte> file, out ImageSize size)
    {
        (long width, long height) = file switch
        {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => ReadPng(file),
            [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => ReadGif(file),
            [0xFF, 0xD8, ..] => JpegHeader.Read(file),
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => WebPHeader.Read(file),
            _ => default,
        };
        bool isValid = width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue;
        size = isValid ? new ImageSize((int)width, (int)height) : default;
        return isValid;
    }

    // The header chunk comes first and is 13 bytes long: https://www.w3.org/TR/png-3/#11IHDR
    private static (long Width, long Height) ReadPng(ReadOnlySpan<byte> file) =>
        file.Length >= PngHeader && file[8..16].SequenceEqual("\0\0\0\rIHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]))
            : default;

    // The size of the logical screen: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
    private static (long Width, long Height) ReadGif(ReadOnlySpan<byte> file) =>
        file.Length >= GifHeader
            ? (BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]))
            : default;
}
