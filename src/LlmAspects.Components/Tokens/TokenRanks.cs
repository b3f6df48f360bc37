using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Reflection;

namespace LlmAspects.Components.Tokens;

/// <summary>The tokens of a vocabulary and their ranks, in a few flat arrays. Immutable.</summary>
internal sealed class TokenRanks
{
    /// <summary>The rank of bytes that are no token: behind every other.</summary>
    public const int None = int.MaxValue;

    private const string CapacityLabel = "Capacity: ";

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly int[] _slots;
    private readonly int _longest;

    private TokenRanks(byte[] bytes, int[] starts)
    {
        (_bytes, _starts) = (bytes, starts);
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)starts.Length * 2)];
        for (int rank = 0; rank + 1 < starts.Length; rank++)
        {
            _longest = Math.Max(_longest, TokenOf(rank).Length);
            _slots[SlotOf(TokenOf(rank))] = rank + 1;
        }
    }

    /// <summary>Reads the vocabulary that a data package of the tokenizers carries: deflated lines, each a token in base 64, in the order of the ranks.</summary>
    /// <param name="encoding">The name of the encoding.</param>
    /// <param name="package">The assembly of the data package.</param>
    public static TokenRanks Load(string encoding, Assembly package)
    {
        string name = $"{encoding}.tiktoken.deflate";
        using Stream packed = package.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{package.GetName().Name} does not carry {name}.");
        using var reader = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress));
        return Read(reader);
    }

    /// <summary>The rank of a token; <see cref="None"/> when the bytes are none.</summary>
    public int Find(ReadOnlySpan<byte> bytes) => bytes.Length > _longest || _slots[SlotOf(bytes)] is not (> 0 and var slot) ? None : slot - 1;

    private static TokenRanks Read(StreamReader reader)
    {
        string first = reader.ReadLine() ?? "";
        int capacity = int.Parse(first.AsSpan(CapacityLabel.Length), System.Globalization.CultureInfo.InvariantCulture);
        var bytes = new List<byte>(capacity * 8);
        var starts = new List<int>(capacity + 1) { 0 };
        Span<byte> token = stackalloc byte[1_024];
        while (reader.ReadLine() is { } line)
        {
            if (!Convert.TryFromBase64String(line, token, out int length))
            {
                throw new InvalidDataException($"Line {starts.Count + 1} of the vocabulary is no token in base 64.");
            }

            bytes.AddRange(token[..length]);
            starts.Add(bytes.Count);
        }

        return new TokenRanks([.. bytes], [.. starts]);
    }

    private ReadOnlySpan<byte> TokenOf(int rank) => _bytes.AsSpan(_starts[rank].._starts[rank + 1]);

    // The slot that holds the bytes, or the empty one where they would be.
    private int SlotOf(ReadOnlySpan<byte> bytes)
    {
        int mask = _slots.Length - 1;
        int slot = (int)Hash(bytes) & mask;
        while (_slots[slot] is > 0 and var taken && !TokenOf(taken - 1).SequenceEqual(bytes))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong factor = 0x9E37_79B9_7F4A_7C15;
        ulong hash = (ulong)bytes.Length * factor;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (byte value in bytes)
        {
            rest = (rest << 8) | value;
        }

        return (uint)(Mix(hash ^ rest) >> 32);

        static ulong Mix(ulong value) => BitOperations.RotateLeft(value * factor, 29) * factor;
    }
}
