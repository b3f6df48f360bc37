using System.Globalization;
using LlmAspects.Components.Quality.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.Components.CodeAnalysis;

/// <summary>
/// Parses C#: a file, statements, members of a class, or an expression. Only the syntax is checked; nothing is compiled, resolved or run. Thread-safe.
/// Add it to <see cref="Quality.LlmQualityOptions.CodeValidators"/>.
/// </summary>
public sealed class CSharpCodeValidator : ICodeValidator
{
    private const string MembersStart = "class C\n{\n";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <inheritdoc/>
    public bool CanValidate(string language) => language is "csharp" or "cs" or "c#";

    /// <inheritdoc/>
    /// <remarks>The line is counted from the first line of the code, which is 1.</remarks>
    public string? FindError(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        (int Count, string? First) file = ErrorsOf(code, firstLine: 0);
        if (file.First is null || SyntaxFactory.ParseExpression(code, options: Options) is { ContainsDiagnostics: false } expression && expression.FullSpan.Length == code.Length)
        {
            return null;
        }

        // "public int X { get; }" alone is no file; take whichever reading has fewer errors.
        (int Count, string? First) members = ErrorsOf($"{MembersStart}{code}\n}}", MembersStart.AsSpan().Count('\n'));
        return members.Count < file.Count ? members.First : file.First;
    }

    private static (int Count, string? First) ErrorsOf(string text, int firstLine)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(text), Options);
        Diagnostic[] errors = [.. tree.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return (errors.Length, errors.Length == 0 ? null : Describe(errors[0], firstLine));
    }

    private static string Describe(Diagnostic error, int firstLine)
    {
        int line = error.Location.GetLineSpan().StartLinePosition.Line + 1 - firstLine;
        return string.Create(CultureInfo.InvariantCulture, $"Line {line}: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
    }
}
