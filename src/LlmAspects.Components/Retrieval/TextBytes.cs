using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LlmAspects.Components.Retrieval;

/// <summary>Texts as their UTF-16 code units, the high byte first: nothing is lost, and the order of the bytes is the ordinal order.</summary>
internal static class TextBytes
{
    public static byte[] Write(string text)
    {
        byte[] bytes = new byte[text.Length * sizeof(char)];
        Span<short> units = MemoryMarshal.Cast<byte, short>(bytes.AsSpan());
        ReadOnlySpan<short> source = MemoryMarshal.Cast<char, short>(text.AsSpan());
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(source, units);
        }
        else
        {
            source.CopyTo(units);
        }

        return bytes;
    }

    public static string Read(byte[] bytes) => string.Create(bytes.Length / sizeof(char), bytes, static (text, bytes) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(i * sizeof(char)));
        }
    });
}
