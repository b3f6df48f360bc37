using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LlmAspects.Components.Persistence;

/// <summary>How what a component learned is kept as JSON, and what is wrong with anything else.</summary>
/// <param name="Name">What the text says that it is.</param>
/// <param name="Version">The newest version that is read.</param>
/// <param name="Learner">What learned it, for messages: "the query optimizer".</param>
/// <param name="ErrorCode">What error codes begin with.</param>
/// <param name="Error">Makes an exception of a code, a message and a cause.</param>
internal sealed record LearnedFormat(string Name, int Version, string Learner, string ErrorCode, Func<string, string, Exception?, LlmException> Error)
{
    /// <summary>Reads a text whose header fits.</summary>
    public T Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        LearnedHeader header = Deserialize(json, LearnedHeaderJson.Default.LearnedHeader);
        if (header.Format != Name || header.Version is null or < 1)
        {
            throw Invalid($"It has no format '{Name}' with a version.");
        }

        return header.Version <= Version
            ? Deserialize(json, type)
            : throw Error($"{ErrorCode}_version", $"What was learned is of version {header.Version}; this program reads up to version {Version}. Use a newer one.", null);
    }

    /// <summary>The exception for a text that is something else.</summary>
    public LlmException Invalid(string why, Exception? cause = null) => Error($"{ErrorCode}_invalid", $"This is not what {Learner} learned. {why}", cause);

    private T Deserialize<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Invalid("It is null.");
        }
        catch (JsonException error)
        {
            throw Invalid(error.Message, error);
        }
    }
}
