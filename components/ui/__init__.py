"""The only part of components that knows Streamlit."""
