using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LlmAspects.Components.Retrieval;

/// <summary>Texts as their UTF-16 code units, the high byte first: nothing is lost, and the order of the bytes is the ordinal order.</summary>
internal static class TextBytes
{
    public static byte[] Write(string text)
    {
        byte[] bytes = new byte[text.Length * sizeof(char)];
        SwapToBigEndian(MemoryMarshal.Cast<char, short>(text.AsSpan()), MemoryMarshal.Cast<byte, short>(bytes.AsSpan()));
        return bytes;
    }

    public static string Read(byte[] bytes) => string.Create(bytes.Length / sizeof(char), bytes, static (text, bytes) =>
        SwapToBigEndian(MemoryMarshal.Cast<byte, short>(bytes.AsSpan()), MemoryMarshal.Cast<char, short>(text)));

    /// <summary>Copies units from the order of the machine to the high byte first, or back, which is the same.</summary>
    private static void SwapToBigEndian(ReadOnlySpan<short> source, Span<short> target)
    {
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(source, target);
        }
        else
        {
            source.CopyTo(target);
        }
    }
}
