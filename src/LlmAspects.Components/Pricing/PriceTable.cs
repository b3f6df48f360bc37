using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pricing;

/// <summary>
/// Prices of models by the day from which they are valid, read from JSON; <c>docs/models.md</c> describes the format. Immutable and thread-safe: to replace prices, load another table.
/// </summary>
public sealed class PriceTable
{
    /// <summary>A table of all models that are sold takes a hundredth of it.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    private readonly FrozenDictionary<string, ImmutableArray<PriceEntry>> _models;

    internal PriceTable(FrozenDictionary<string, ImmutableArray<PriceEntry>> models, string? source)
    {
        _models = models;
        Source = source;
        Models = [.. models.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Where the prices come from, as the file says; <see langword="null"/> when it does not.</summary>
    public string? Source { get; }

    /// <summary>The ids of the models, in ordinal order.</summary>
    public ImmutableArray<string> Models { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="PriceTableException">The table is not valid; the message names the model, the field and the line.</exception>
    public static PriceTable Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return PriceFileReader.Read(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a table.</summary>
    /// <param name="stream">UTF-8 text of at most 16 MiB, read to its end and left open.</param>
    /// <exception cref="PriceTableException">The table is not valid; the message names the model, the field and the line.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PriceTable Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new MemoryStream();
        byte[] buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (json.Length + read > MaxBytes)
            {
                throw new PriceTableException("it is larger than 16 MiB.");
            }

            json.Write(buffer, 0, read);
        }

        return PriceFileReader.Read(json.GetBuffer().AsSpan(0, (int)json.Length));
    }

    /// <summary>Reads a table from a file.</summary>
    /// <param name="path">The file: UTF-8 text of at most 16 MiB.</param>
    /// <exception cref="PriceTableException">The table is not valid; the message names the model, the field and the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static PriceTable Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    /// <summary>Whether the table names the model, whatever the day.</summary>
    /// <param name="modelId">The id, compared exactly.</param>
    public bool Contains(string modelId) => _models.ContainsKey(modelId);

    /// <summary>The prices of a model.</summary>
    /// <param name="modelId">The id, compared exactly.</param>
    /// <param name="at">When the call is made; its day in UTC counts, and an entry is valid from the first moment of its day.</param>
    /// <param name="tier">How the call is served.</param>
    /// <returns><see langword="null"/> before the first entry, and for a tier that the entry does not price.</returns>
    /// <exception cref="UnknownModelException">The table does not name the model.</exception>
    public ModelPrice? Find(string modelId, DateTimeOffset at, PriceTier tier = PriceTier.Standard)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        if (!_models.TryGetValue(modelId, out ImmutableArray<PriceEntry> entries))
        {
            throw UnknownModelException.InPriceTable(modelId);
        }

        DateOnly day = DateOnly.FromDateTime(at.UtcDateTime);
        return entries.LastOrDefault(entry => entry.From <= day)?.Of(tier);
    }

    /// <summary>The price of a call in US dollars; <see cref="ModelPrice.CostOf(UsageDetails)"/> says how cached and reasoning tokens count.</summary>
    /// <param name="modelId">The id, compared exactly.</param>
    /// <param name="usage">What the provider reported.</param>
    /// <param name="at">When the call was made; its day in UTC counts.</param>
    /// <param name="tier">How it was served.</param>
    /// <returns><see langword="null"/> while the price is not known on that day or for that tier, and without input or output tokens.</returns>
    /// <exception cref="UnknownModelException">The table does not name the model.</exception>
    public decimal? Cost(string modelId, UsageDetails usage, DateTimeOffset at, PriceTier tier = PriceTier.Standard)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Find(modelId, at, tier)?.CostOf(usage);
    }

    /// <summary>The models with the input and output prices of the table, for a catalogue; the router compares those. A model that the table does not name keeps its own.</summary>
    /// <param name="models">The models.</param>
    /// <param name="at">The time whose standard prices are taken.</param>
    public ImmutableArray<ModelInfo> ApplyTo(IEnumerable<ModelInfo> models, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(models);
        return [.. models.Select(Priced)];

        ModelInfo Priced(ModelInfo model)
        {
            if (!Contains(model.Id))
            {
                return model;
            }

            ModelPrice? price = Find(model.Id, at);
            return model with { InputPricePerMillion = price?.Input, OutputPricePerMillion = price?.Output };
        }
    }
}
