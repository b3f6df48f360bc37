using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Writing;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Makes the types around a method partial.</summary>
internal sealed class PartialTypesConversion : Conversion
{
    /// <inheritdoc/>
    public override string Title => "Make the types around the method partial";

    /// <inheritdoc/>
    public override Task<string?> FindObstacleAsync(ConversionTarget target, CancellationToken cancellationToken) =>
        Task.FromResult(PartialTypeWriter.FindObstacle(target.Method, target.Document.Project.Solution, cancellationToken));

    /// <inheritdoc/>
    public override Task AddEditsAsync(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken)
    {
        PartialTypeWriter.Write(target.Method, target.Document.Project.Solution, edits, cancellationToken);
        return Task.CompletedTask;
    }
}
