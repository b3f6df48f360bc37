using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Shared;

/// <summary>
/// Tells the awaitable types that an async function can return: the wrapper awaits them in one.
/// https://learn.microsoft.com/dotnet/csharp/language-reference/attributes/general#asyncmethodbuilder-attribute
/// </summary>
internal static class TaskLikeRules
{
    private const string Advice = "return Task, Task<T>, ValueTask or ValueTask<T>";

    /// <summary>Whether a method may return the type and carry aspects; not true of the four types of .NET.</summary>
    public static bool IsTaskLike(ITypeSymbol type, AspectSymbols symbols) =>
        type is INamedTypeSymbol named && AwaiterRules.IsAwaitable(named) && !AspectReturnRules.IsTask(named, symbols) && FindProblem(named, symbols) is null;

    /// <summary>Why a method that returns an awaitable, other than one of the four types of .NET, cannot be observed; null when it can.</summary>
    public static string? FindExclusion(IMethodSymbol method, AspectSymbols symbols) =>
        method.ReturnType is not INamedTypeSymbol { OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } type
            ? "only the creation of the awaitable would be observed; " + Advice
        : FindProblem(type, symbols) is { } problem ? problem
        : method.RefKind != RefKind.None ? "a task-like cannot be observed through a reference; return it by value"
        : IsUnsafe(method) ? "C# cannot await a task-like in an unsafe method; call an annotated method that is not unsafe from it"
        : null;

    private static string? FindProblem(INamedTypeSymbol type, AspectSymbols symbols) =>
        AspectSymbols.DerivesFrom(type, symbols.Task) ? "only the creation of a type derived from Task would be observed; " + Advice
        : BuilderOf(type, symbols) is not { } builder ? "a task-like without [AsyncMethodBuilder] cannot be awaited on the way to the caller; " + Advice
        : !Fits(builder.Value as INamedTypeSymbol, type) ? "the type named by [AsyncMethodBuilder] is no builder of the task-like; " + Advice
        : !AwaitsItsResult(type) ? "awaiting the task-like does not give the result that its builder takes; " + Advice
        : type.TypeArguments.Any(HoldsRefStructs) ? "a result that is a ref struct cannot be awaited; return a task of another type"
        : null;

    private static TypedConstant? BuilderOf(INamedTypeSymbol type, AspectSymbols symbols)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (AspectSymbols.IsSame(attribute.AttributeClass, symbols.AsyncMethodBuilder) && attribute.ConstructorArguments.Length == 1)
            {
                return attribute.ConstructorArguments[0];
            }
        }

        return null;
    }

    // What the compiler demands before it looks for the methods of a builder.
    private static bool Fits(INamedTypeSymbol? builder, INamedTypeSymbol type) =>
        builder is not null
        && type.Arity <= 1 && builder.Arity == type.Arity && builder.ContainingType is not { IsGenericType: true }
        && builder.DeclaredAccessibility == type.DeclaredAccessibility
        && builder.OriginalDefinition.GetMembers("Create").Any(static member => member is IMethodSymbol { IsStatic: true, Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
        && builder.OriginalDefinition.GetMembers("Task").Any(member => member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } task
            && AspectSymbols.IsSame(task.Type, type.OriginalDefinition));

    private static bool AwaitsItsResult(INamedTypeSymbol type) =>
        AwaiterRules.ResultOf(type) is { } result
        && (type.Arity == 0 ? result.SpecialType == SpecialType.System_Void : SymbolEqualityComparer.Default.Equals(result, type.TypeArguments[0]));

    private static bool HoldsRefStructs(ITypeSymbol type) => type is ITypeParameterSymbol parameter ? parameter.AllowsRefLikeType : type.IsRefLikeType;

    // The modifier is repeated on our part, and pointers make our part unsafe.
    private static bool IsUnsafe(IMethodSymbol method) =>
        TagTypeRules.HasPointer(method.ReturnType)
        || method.Parameters.Any(static parameter => TagTypeRules.HasPointer(parameter.Type))
        || (method.AssociatedSymbol ?? method).DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword));
}
