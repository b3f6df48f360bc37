using System.Xml;

namespace LlmAspects.Components.Quality.Code;

/// <summary>Reads XML, a document or a fragment of one. Document types are refused: no entity is expanded and nothing is fetched. Thread-safe.</summary>
public sealed class XmlCodeValidator : ICodeValidator
{
    private static readonly XmlReaderSettings Settings = new() { ConformanceLevel = ConformanceLevel.Auto, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <inheritdoc/>
    public bool CanValidate(string language) => language is "xml" or "xaml" or "svg" or "csproj";

    /// <inheritdoc/>
    public string? FindError(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        try
        {
            using var reader = XmlReader.Create(new StringReader(code.Trim()), Settings);
            while (reader.Read())
            {
                // Reading is the check.
            }

            return null;
        }
        catch (XmlException error)
        {
            return error.Message;
        }
    }
}
