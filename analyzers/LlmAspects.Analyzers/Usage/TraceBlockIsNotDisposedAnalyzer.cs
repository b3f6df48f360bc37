using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Usage;

/// <summary>LLMA3003: A trace block must be disposed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TraceBlockIsNotDisposedAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA3003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A trace block must be disposed",
        messageFormat: "Write 'using' in front of this trace block: until it is disposed it has neither an end nor a duration",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A block that is never disposed is never recorded, and its span stays current for what follows.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterOperationAction(action => Report(action, symbols), OperationKind.Invocation);

    private static void Report(OperationAnalysisContext context, AspectSymbols symbols)
    {
        var start = (IInvocationOperation)context.Operation;
        if (AspectSymbols.IsSame(start.TargetMethod.ContainingType, symbols.TraceBlock) && start.TargetMethod is { IsStatic: true, Name: "Start" } && IsLost(start))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, start.Syntax.GetLocation()));
        }
    }

    // Whoever gets it from here may dispose it: only what nobody else can reach is lost for sure.
    private static bool IsLost(IInvocationOperation start) => start.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => !IsInUsing(declarator) && !TraceBlockUse.LeavesOrIsDisposed(declarator),
        _ => false,
    };

    private static bool IsInUsing(IVariableDeclaratorOperation declarator)
    {
        IOperation? operation = declarator;
        while (operation is IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
        {
            operation = operation.Parent;
        }

        return operation is IUsingDeclarationOperation or IUsingOperation;
    }
}
