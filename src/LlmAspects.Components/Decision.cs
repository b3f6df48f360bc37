namespace LlmAspects.Components;

/// <summary>Why a component did what it did.</summary>
/// <param name="Component">The component that decided, for example <c>llm_router</c>.</param>
/// <param name="Choice">What it chose, for example a model id or <c>hit</c>.</param>
/// <param name="Reason">Why, in one sentence without content of prompts or documents.</param>
public sealed record Decision(string Component, string Choice, string Reason);
