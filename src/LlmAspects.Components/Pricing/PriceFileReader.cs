using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LlmAspects.Components.Pricing;

/// <summary>Reads and checks a price table. Pure.</summary>
internal static class PriceFileReader
{
    private const int Version = 1;
    private const string Currency = "USD";
    private const decimal HighestPrice = 1_000_000m;

    public static PriceTable Read(ReadOnlySpan<byte> json)
    {
        // Editors put it there; the JSON reader refuses it.
        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        CheckVersion(json);
        PriceFile file = Deserialize(json, PriceFileJson.Default.PriceFile);
        if (file.Currency != Currency)
        {
            throw new PriceTableException($"'currency' is '{file.Currency}', prices must be in '{Currency}'.", PriceFileLines.Of(json, "currency"));
        }

        var models = new Dictionary<string, ImmutableArray<PriceEntry>>(StringComparer.Ordinal);
        foreach ((string model, List<PriceEntry?>? entries) in file.Models)
        {
            models.Add(model, Check(json, model, entries));
        }

        return new PriceTable(models.ToFrozenDictionary(StringComparer.Ordinal), file.Source);
    }

    private static void CheckVersion(ReadOnlySpan<byte> json)
    {
        switch (Deserialize(json, PriceFileJson.Default.PriceFileHeader).Version)
        {
            case Version:
                return;
            case null:
                throw new PriceTableException($"'version' is missing. Write \"version\": {Version}.");
            case { } other:
                throw new PriceTableException($"'version' is {other}, this release reads version {Version}.", PriceFileLines.Of(json, "version"));
        }
    }

    private static T Deserialize<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new PriceTableException("it is null.");
        }
        catch (JsonException error)
        {
            throw new PriceTableException($"{error.Path ?? "$"}: {ReasonOf(error)}", (int?)error.LineNumber + 1, error);
        }
    }

    // The message names types that a reader of the file does not know, and ends with the place, with lines counted from 0.
    private static string ReasonOf(JsonException error)
    {
        if (error.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return "The value is of another kind than this field takes.";
        }

        int end = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return (end < 0 ? error.Message : error.Message[..end]).Replace($"{typeof(PriceFile).Namespace}.", "", StringComparison.Ordinal);
    }

    private static ImmutableArray<PriceEntry> Check(ReadOnlySpan<byte> json, string model, List<PriceEntry?>? entries)
    {
        if (string.IsNullOrWhiteSpace(model))
        {
            throw new PriceTableException("a model has no id.", PriceFileLines.Of(json, "models", model));
        }

        if (entries is null or [])
        {
            throw new PriceTableException($"the model '{model}' has no prices.", PriceFileLines.Of(json, "models", model));
        }

        var days = new SortedDictionary<DateOnly, PriceEntry>();
        for (int i = 0; i < entries.Count; i++)
        {
            string index = i.ToString(CultureInfo.InvariantCulture);
            PriceEntry entry = entries[i] ?? throw new PriceTableException($"an entry of the model '{model}' is null.", PriceFileLines.Of(json, "models", model, index));
            Check(json, model, index, "standard", entry.Standard);
            Check(json, model, index, "batch", entry.Batch);
            if (!days.TryAdd(entry.From, entry))
            {
                throw new PriceTableException($"the model '{model}' has two entries with 'from' {entry.From:yyyy-MM-dd}.", PriceFileLines.Of(json, "models", model, index, "from"));
            }
        }

        return [.. days.Values];
    }

    private static void Check(ReadOnlySpan<byte> json, string model, string index, string tier, ModelPrice? price)
    {
        if (price is null)
        {
            return;
        }

        ReadOnlySpan<(string Field, decimal? Value)> fields = [("input", price.Input), ("output", price.Output), ("cachedInput", price.CachedInput), ("cacheWrite", price.CacheWrite)];
        foreach ((string field, decimal? value) in fields)
        {
            if (value is < 0 or > HighestPrice)
            {
                throw new PriceTableException(
                    string.Create(CultureInfo.InvariantCulture, $"'{tier}.{field}' of the model '{model}' is {value}, a price for a million tokens must be from 0 to {HighestPrice:N0}."),
                    PriceFileLines.Of(json, "models", model, index, tier, field));
            }
        }
    }
}
