using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Passes the name of the method where the compiler would now pass that of its Core.</summary>
internal static class CallerNameWriter
{
    public static void Write(ConversionTarget target, DocumentEdits edits)
    {
        foreach (var call in CallerNameRules.FindCalls(target).GroupBy(static argument => argument.List))
        {
            var text = string.Join(", ", call.Select(argument => $"{argument.Parameter}: nameof({target.Syntax.Identifier.Text})"));
            if (call.Key!.Arguments.Count > 0)
            {
                edits.Insert(call.Key.Arguments.Last().Span.End, ", " + text);
            }
            else
            {
                edits.Insert(call.Key.GetFirstToken().Span.End, text);
            }
        }
    }
}
