using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;
using LlmAspects.CodeFixes.Conversion.Writing;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Makes a method a partial declaration, moves its body to a Core, and makes its types partial.</summary>
internal class MoveBodyConversion : Conversion
{
    /// <inheritdoc/>
    public override string Title => "Make the method partial and move its body to Core";

    /// <inheritdoc/>
    public override string TitleFor(ConversionTarget target) => $"Make '{target.Method.Name}' partial and move its body to '{target.CoreName}'";

    /// <inheritdoc/>
    public sealed override Task<string?> FindObstacleAsync(ConversionTarget target, CancellationToken cancellationToken) =>
        Task.FromResult(ConversionRules.FindObstacle(target, cancellationToken));

    /// <inheritdoc/>
    public override Task AddEditsAsync(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (ConversionRules.NeedsCore(target))
        {
            DeclarationWriter.Write(target, edits.Of(target.Document));
        }

        PartialTypeWriter.Write(target.Method, target.Document.Project.Solution, edits, cancellationToken);
        return Task.CompletedTask;
    }
}
