using LlmAspects.CodeFixes.Conversion.Editing;

namespace LlmAspects.CodeFixes.Conversion.Inlining;

/// <summary>Removes all aspects of a method, with what only they read, and gives it the body of its Core.</summary>
internal sealed class InlineCoreConversion : MethodConversion
{
    /// <inheritdoc/>
    public override string Title => "Remove the aspects and inline Core";

    /// <inheritdoc/>
    protected override string TitleFor(ConversionTarget target) => $"Remove the aspects and inline '{target.CoreName}'";

    /// <inheritdoc/>
    protected override string? FindObstacle(ConversionTarget target, CancellationToken cancellationToken) => InlineCoreRules.FindObstacle(target, cancellationToken);

    /// <inheritdoc/>
    protected override void AddEdits(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken) =>
        InlinedMethodWriter.Write(target, InlineCoreRules.FindCore(target, cancellationToken)!, edits.Of(target.Document));
}
