using System.Globalization;
using System.Numerics.Tensors;
using LlmAspects.Components.Text;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Retrieval;

/// <summary>
/// Embeds texts without a model: every word adds its weight, with a sign, to the dimension that its hash names (K. Weinberger et al., "Feature Hashing
/// for Large Scale Multitask Learning", 2009). The same text gives the same embedding on every machine. It is <b>lexical</b>: texts are near one another
/// when they share words, not when they mean the same in other words; use a model for that. Immutable and thread-safe.
/// </summary>
/// <remarks>The weight of a word is <c>(1 + ln tf) * (1 + ln((N + 1) / (df + 1)))</c>; without texts to count, the second factor is 1.</remarks>
public sealed class FeatureHashingEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly FeatureHashingOptions _options;
    private readonly EmbeddingGeneratorMetadata _metadata;

    // The number of texts with a word of the hash, by its low bits: rare words that share a place count as less rare than they are.
    private readonly int[] _documentFrequencies = new int[1 << 16];
    private readonly int _documents;

    /// <summary>Creates a generator.</summary>
    /// <param name="options">How words become dimensions; the default is <see cref="FeatureHashingOptions"/> with its defaults.</param>
    /// <param name="texts">The texts that say how rare words are, read once; the default is <see langword="null"/>: all words weigh the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public FeatureHashingEmbeddingGenerator(FeatureHashingOptions? options = null, IEnumerable<string>? texts = null)
    {
        _options = options ?? new FeatureHashingOptions();
        _options.Validate();
        _metadata = new EmbeddingGeneratorMetadata("llmaspects", providerUri: null, string.Create(CultureInfo.InvariantCulture, $"feature-hashing-{_options.Dimensions}"), _options.Dimensions);
        foreach (string text in texts ?? [])
        {
            _documents++;
            foreach (int place in FrequenciesOf(text).Keys.Select(Place).Distinct())
            {
                _documentFrequencies[place]++;
            }
        }
    }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (string value in values)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return Task.FromCanceled<GeneratedEmbeddings<Embedding<float>>>(cancellationToken);
            }

            embeddings.Add(new Embedding<float>(Embed(value)) { ModelId = _metadata.DefaultModelId });
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing but memory.
    }

    private static int Place(ulong hash) => (int)(hash & 0xFFFF);

    /// <summary>The embedding, of length 1; all 0 for a text without words.</summary>
    private float[] Embed(string text)
    {
        float[] values = new float[_options.Dimensions];
        foreach ((ulong hash, int frequency) in FrequenciesOf(text))
        {
            double rarity = _documents == 0 ? 1 : 1 + Math.Log((_documents + 1.0) / (_documentFrequencies[Place(hash)] + 1));
            double weight = (1 + Math.Log(frequency)) * rarity;
            values[(int)((hash >> 1) % (ulong)values.Length)] += (float)((hash >> 63) == 0 ? weight : -weight);
        }

        float length = TensorPrimitives.Norm<float>(values);
        if (length > 0)
        {
            TensorPrimitives.Divide(values, length, values);
        }

        return values;
    }

    private Dictionary<ulong, int> FrequenciesOf(string text)
    {
        var counter = new HashCounter([]);
        TextAnalyzer.Analyze(text, ref counter, _options.Language);
        return counter.Counts;
    }

    private readonly struct HashCounter(Dictionary<ulong, int> counts) : ITermSink
    {
        public Dictionary<ulong, int> Counts { get; } = counts;

        public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind)
        {
            ulong hash = Fnv1a.Extend(Fnv1a.Empty, term);
            Counts[hash] = Counts.GetValueOrDefault(hash) + 1;
        }
    }
}
