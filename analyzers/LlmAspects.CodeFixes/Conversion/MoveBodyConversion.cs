using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;
using LlmAspects.CodeFixes.Conversion.Writing;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Makes a method a partial declaration, moves its body to a Core, and makes its types partial.</summary>
internal class MoveBodyConversion : MethodConversion
{
    /// <inheritdoc/>
    public override string Title => "Make the method partial and move its body to Core";

    /// <inheritdoc/>
    protected override string TitleFor(ConversionTarget target) => $"Make '{target.Method.Name}' partial and move its body to '{target.CoreName}'";

    /// <inheritdoc/>
    protected sealed override string? FindObstacle(ConversionTarget target, CancellationToken cancellationToken) => ConversionRules.FindObstacle(target, cancellationToken);

    /// <inheritdoc/>
    protected override void AddEdits(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (target.HasBody)
        {
            DeclarationWriter.Write(target, edits.Of(target.Document));
        }
        else if (ImplementationRules.FindPart(target, cancellationToken) is { } part)
        {
            ImplementationWriter.Write(part, edits.Of(part.Document));
        }

        PartialTypeWriter.Write(target.Method, target.Document.Project.Solution, edits, cancellationToken);
    }
}
