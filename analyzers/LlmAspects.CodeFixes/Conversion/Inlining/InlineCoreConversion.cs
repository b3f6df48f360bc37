using LlmAspects.CodeFixes.Conversion.Editing;

namespace LlmAspects.CodeFixes.Conversion.Inlining;

/// <summary>Removes all aspects of a method, with what only they read, and gives it the body of its Core.</summary>
internal sealed class InlineCoreConversion : Conversion
{
    /// <inheritdoc/>
    public override string Title => "Remove the aspects and inline Core";

    /// <inheritdoc/>
    public override string TitleFor(ConversionTarget target) => $"Remove the aspects and inline '{target.CoreName}'";

    /// <inheritdoc/>
    public override Task<string?> FindObstacleAsync(ConversionTarget target, CancellationToken cancellationToken) =>
        Task.FromResult(InlineCoreRules.FindObstacle(target, cancellationToken));

    /// <inheritdoc/>
    public override Task AddEditsAsync(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken)
    {
        InlinedMethodWriter.Write(target, InlineCoreRules.FindCore(target, cancellationToken)!, edits.Of(target.Document));
        return Task.CompletedTask;
    }
}
