using System.Text.Json;

namespace LlmAspects.Components.Quality.Code;

/// <summary>Reads JSON as RFC 8259 has it; as <c>jsonc</c> and <c>json5</c>, with comments and trailing commas. Thread-safe.</summary>
/// <param name="allowComments">Whether comments and trailing commas are allowed, and <c>jsonc</c> is the language instead of <c>json</c>.</param>
public sealed class JsonCodeValidator(bool allowComments = false) : ICodeValidator
{
    private readonly JsonDocumentOptions _options = new()
    {
        CommentHandling = allowComments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        AllowTrailingCommas = allowComments,
    };

    /// <inheritdoc/>
    public bool CanValidate(string language) => language == (allowComments ? "jsonc" : "json");

    /// <inheritdoc/>
    public string? FindError(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        try
        {
            using var document = JsonDocument.Parse(code, _options);
            return null;
        }
        catch (JsonException error)
        {
            return error.Message;
        }
    }
}
