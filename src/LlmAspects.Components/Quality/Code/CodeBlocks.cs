using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality.Code;

/// <summary>Finds the fenced code of a Markdown text and has it checked.</summary>
internal static class CodeBlocks
{
    public static List<CodeCheck> Check(string text, IReadOnlyList<ICodeValidator> validators)
    {
        var checks = new List<CodeCheck>();
        string? language = null;
        int start = 0;
        var reader = new MarkdownLineReader(text);
        while (reader.MoveNext())
        {
            if (reader.Kind == MarkdownLineKind.FenceStart)
            {
                language = LanguageOf(reader.Content.In(text));
                start = reader.Line.End;
            }
            else if (reader.Kind == MarkdownLineKind.FenceEnd && language is not null)
            {
                checks.Add(Check(text, new TextRange(start, reader.Line.Start), language, validators));
                language = null;
            }
        }

        if (language is not null)
        {
            checks.Add(new CodeCheck(language, start, text.Length - start, IsValid: false, "The block has no end."));
        }

        return checks;
    }

    private static CodeCheck Check(string text, TextRange code, string language, IReadOnlyList<ICodeValidator> validators)
    {
        if (validators.FirstOrDefault(validator => validator.CanValidate(language)) is not { } validator)
        {
            string reason = language.Length == 0 ? "The block names no language." : $"There is no validator of '{language}'.";
            return new CodeCheck(language, code.Start, code.Length, IsValid: null, reason);
        }

        string? error = validator.FindError(code.In(text).ToString());
        return new CodeCheck(language, code.Start, code.Length, error is null, error ?? "");
    }

    // "```csharp title=x" and "```{.json}" name csharp and json.
    private static string LanguageOf(ReadOnlySpan<char> fence)
    {
        ReadOnlySpan<char> name = fence.TrimStart("`~").Trim(" {.");
        int end = name.IndexOfAny(" ,}\t");
        return (end < 0 ? name : name[..end]).ToString().ToLowerInvariant();
    }
}
