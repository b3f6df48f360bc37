using System.Buffers.Binary;

namespace LlmAspects.Components.Tokens.Images;

/// <summary>Walks over the segments of a JPEG file to its frame header: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B.</summary>
internal static class JpegHeader
{
    private const byte Marker = 0xFF;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <summary>The size in the first frame header; zeros when there is none before the pixels.</summary>
    public static (long Width, long Height) Read(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> rest = file[2..];
        while (TryReadMarker(ref rest, out byte code) && code is not (StartOfScan or EndOfImage))
        {
            if (IsAlone(code))
            {
                continue;
            }

            if (rest.Length < 2)
            {
                break;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (IsFrame(code))
            {
                // Length, precision, height, width.
                return length >= 8 && rest.Length >= 7
                    ? (BinaryPrimitives.ReadUInt16BigEndian(rest[5..]), BinaryPrimitives.ReadUInt16BigEndian(rest[3..]))
                    : default;
            }

            if (length < 2 || length > rest.Length)
            {
                break;
            }

            rest = rest[length..];
        }

        return default;
    }

    // Any number of fill bytes may stand before the code.
    private static bool TryReadMarker(ref ReadOnlySpan<byte> rest, out byte code)
    {
        code = 0;
        int fill = rest.IndexOfAnyExcept(Marker);
        if (fill < 1)
        {
            return false;
        }

        code = rest[fill];
        rest = rest[(fill + 1)..];
        return code != 0;
    }

    // Restart markers, the start of an image and TEM have no segment.
    private static bool IsAlone(byte code) => code is 0x01 or (>= 0xD0 and <= 0xD8);

    // SOF0 to SOF15 without the tables (DHT, DAC) and the reserved code among them.
    private static bool IsFrame(byte code) => code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
