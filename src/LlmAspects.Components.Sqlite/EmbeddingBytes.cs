using System.Buffers.Binary;

namespace LlmAspects.Components.Sqlite;

/// <summary>Embeddings as bytes, little-endian: for each the number of its values, then the values.</summary>
internal static class EmbeddingBytes
{
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<float>> embeddings)
    {
        byte[] bytes = new byte[embeddings.Sum(static embedding => sizeof(int) + (embedding.Length * sizeof(float)))];
        int place = 0;
        foreach (ReadOnlyMemory<float> embedding in embeddings)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), embedding.Length);
            place += sizeof(int);
            foreach (float value in embedding.Span)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(place), value);
                place += sizeof(float);
            }
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes end within an embedding.</exception>
    public static IReadOnlyList<ReadOnlyMemory<float>> Read(ReadOnlySpan<byte> bytes)
    {
        var embeddings = new List<ReadOnlyMemory<float>>();
        while (!bytes.IsEmpty)
        {
            int length = bytes.Length >= sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : -1;
            if (length < 0 || length > (bytes.Length - sizeof(int)) / sizeof(float))
            {
                throw new InvalidDataException("The embeddings of a document are damaged.");
            }

            float[] values = new float[length];
            for (int i = 0; i < length; i++)
            {
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(sizeof(int) + (i * sizeof(float)))..]);
            }

            embeddings.Add(values);
            bytes = bytes[(sizeof(int) + (length * sizeof(float)))..];
        }

        return embeddings;
    }
}
