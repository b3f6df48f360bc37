using System.Security.Cryptography;

namespace LlmAspects.Components.Caching.SecondTier;

/// <summary>
/// What surrounds a stored entry: four letters, the version of the format, the hash of the whole key and a checksum or signature of all of it. What is cut off, changed, of another version or
/// of another key does not open.
/// </summary>
/// <param name="signingKey">Signs; empty for a checksum.</param>
internal sealed class CacheEnvelope(ReadOnlyMemory<byte> signingKey)
{
    private const int HashBytes = SHA256.HashSizeInBytes;
    private const int HeadBytes = 5 + HashBytes;
    private const byte Version = 1;

    private static ReadOnlySpan<byte> Magic => "LLMC"u8;

    /// <summary>Wraps an entry.</summary>
    public byte[] Seal(ReadOnlySpan<byte> keyHash, ReadOnlySpan<byte> entry)
    {
        byte[] whole = new byte[HeadBytes + entry.Length + HashBytes];
        Magic.CopyTo(whole);
        whole[Magic.Length] = Version;
        keyHash.CopyTo(whole.AsSpan(Magic.Length + 1));
        entry.CopyTo(whole.AsSpan(HeadBytes));
        Sign(whole.AsSpan(..^HashBytes), whole.AsSpan(^HashBytes..));
        return whole;
    }

    /// <summary>The entry; empty when it is not one of ours for this key.</summary>
    public ReadOnlyMemory<byte> Open(ReadOnlySpan<byte> keyHash, ReadOnlyMemory<byte> stored)
    {
        ReadOnlySpan<byte> bytes = stored.Span;
        if (bytes.Length <= HeadBytes + HashBytes || !bytes.StartsWith(Magic) || bytes[Magic.Length] != Version || !bytes.Slice(Magic.Length + 1, HashBytes).SequenceEqual(keyHash))
        {
            return default;
        }

        Span<byte> signature = stackalloc byte[HashBytes];
        Sign(bytes[..^HashBytes], signature);
        return CryptographicOperations.FixedTimeEquals(signature, bytes[^HashBytes..]) ? stored[HeadBytes..^HashBytes] : default;
    }

    private void Sign(ReadOnlySpan<byte> bytes, Span<byte> signature)
    {
        if (signingKey.IsEmpty)
        {
            SHA256.HashData(bytes, signature);
        }
        else
        {
            HMACSHA256.HashData(signingKey.Span, bytes, signature);
        }
    }
}
